<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>chainrule</name>
    <message>
        <source>&amp;Left edges</source>
        <translation>&amp;Linke Ränder</translation>
    </message>
    <message>
        <source>&amp;Centres, upright</source>
        <translation>&amp;Mitten, senkrecht</translation>
    </message>
    <message>
        <source>&amp;Right edges</source>
        <translation>&amp;Rechte Ränder</translation>
    </message>
    <message>
        <source>&amp;Top edges</source>
        <translation>&amp;Obere Ränder</translation>
    </message>
    <message>
        <source>&amp;Middles, level</source>
        <translation>Mi&amp;tten, waagerecht</translation>
    </message>
    <message>
        <source>&amp;Bottom edges</source>
        <translation>&amp;Untere Ränder</translation>
    </message>
    <message>
        <source>Distribute &amp;across</source>
        <translation>&amp;Waagerecht verteilen</translation>
    </message>
    <message>
        <source>Distribute &amp;down</source>
        <translation>&amp;Senkrecht verteilen</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>A command, or @ and a node’s name</source>
        <translation>Ein Befehl oder @ und der Name eines Knotens</translation>
    </message>
    <message>
        <source>cannot be done now</source>
        <translation>jetzt nicht möglich</translation>
    </message>
    <message>
        <source>nothing is called ‘{typed}’</source>
        <translation>nichts heißt ‚{typed}‘</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>the picture of the selection</source>
        <translation>das Bild der Auswahl</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>das Bild</translation>
    </message>
    <message>
        <source>Edit for&amp;mula</source>
        <translation>For&amp;mel bearbeiten</translation>
    </message>
    <message>
        <source>Edit &amp;value</source>
        <translation>Wer&amp;t bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete and &amp;heal</source>
        <translation>Löschen und über&amp;brücken</translation>
    </message>
    <message>
        <source>Delete the selection and close the edges through it</source>
        <translation>Die Auswahl löschen und die Kanten durch sie hindurch wieder schließen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Auss&amp;chneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the picture, of the selected nodes where any are</source>
        <translation>Das Bild kopieren, oder das der ausgewählten Knoten</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Paste with incomin&amp;g edges</source>
        <translation>Mit ein&amp;gehenden Kanten einfügen</translation>
    </message>
    <message>
        <source>Paste; what led to the originals leads to the copies</source>
        <translation>Einfügen; was zu den Originalen führte, führt zu den Kopien</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>Dupli&amp;zieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Drawing the picture</source>
        <translation>Das Bild wird gezeichnet</translation>
    </message>
    <message>
        <source>&amp;Undo {edit}</source>
        <translation>&amp;Rückgängig: {edit}</translation>
    </message>
    <message>
        <source>&amp;Redo {edit}</source>
        <translation>&amp;Wiederholen: {edit}</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied {}</source>
        <translation>{} kopiert</translation>
    </message>
    <message>
        <source>Duplicating</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Pasting</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Wrote {first} to {last}</source>
        <translation>{first} bis {last} geschrieben</translation>
    </message>
    <message>
        <source>Wrote {file}</source>
        <translation>{file} geschrieben</translation>
    </message>
    <message>
        <source>{file} was removed; save to write it again</source>
        <translation>{file} wurde entfernt; Speichern schreibt die Datei neu</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Begin an empty graph</source>
        <translation>Einen leeren Graphen beginnen</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Neues F&amp;enster</translation>
    </message>
    <message>
        <source>Open another window</source>
        <translation>Ein weiteres Fenster öffnen</translation>
    </message>
    <message>
        <source>New ne&amp;twork…</source>
        <translation>Neues Ne&amp;tz…</translation>
    </message>
    <message>
        <source>New from e&amp;xpression…</source>
        <translation>Neu aus Aus&amp;druck…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Eine Datei öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the graph</source>
        <translation>Den Graphen speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>Bild e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Das Bild exportieren</translation>
    </message>
    <message>
        <source>Export co&amp;de…</source>
        <translation>&amp;Code exportieren…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>PNG, SVG, PDF, PowerPoint, slides, GIF, HTML, TikZ, image</source>
        <translation>PNG, SVG, PDF, PowerPoint, Folien, GIF, HTML, TikZ, Grafik</translation>
    </message>
    <message>
        <source>PyTorch, JAX, NumPy, micrograd, LaTeX, Graphviz, Mermaid, program</source>
        <translation>PyTorch, JAX, NumPy, micrograd, LaTeX, Graphviz, Mermaid, Programm</translation>
    </message>
    <message>
        <source>it is open in another window; save under another name</source>
        <translation>in einem anderen Fenster geöffnet; unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>{file} could not be saved:</source>
        <translation>{file} konnte nicht gespeichert werden:</translation>
    </message>
    <message>
        <source>saved without {text}, which is refused</source>
        <translation>gespeichert ohne {text}, das abgelehnt ist</translation>
    </message>
    <message>
        <source>{file} cannot be opened:</source>
        <translation>{file} lässt sich nicht öffnen:</translation>
    </message>
    <message>
        <source>{name} is the output already; choose another end</source>
        <translation>{name} ist schon die Ausgabe; einen anderen Endknoten wählen</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>&amp;Anordnen</translation>
    </message>
    <message>
        <source>Lay out the selection, or the graph</source>
        <translation>Die Auswahl oder den Graphen anordnen</translation>
    </message>
    <message>
        <source>Use as &amp;output</source>
        <translation>Als Ausga&amp;be verwenden</translation>
    </message>
    <message>
        <source>&amp;Slider</source>
        <translation>&amp;Schieberegler</translation>
    </message>
    <message>
        <source>Next &amp;problem</source>
        <translation>Nächstes Prob&amp;lem</translation>
    </message>
    <message>
        <source>Go to the next missing input, or to shapes that do not fit</source>
        <translation>Zur nächsten fehlenden Eingabe, oder zu Formen, die nicht zusammenpassen</translation>
    </message>
    <message>
        <source>Laying the graph out</source>
        <translation>Graph wird angeordnet</translation>
    </message>
    <message>
        <source>No input is missing, all shapes fit, and no NaN or infinity starts</source>
        <translation>Keine Eingabe fehlt, alle Formen passen zusammen, und nirgends beginnt NaN oder Unendlich</translation>
    </message>
    <message>
        <source>layout, tidy up</source>
        <translation>Layout, aufräumen</translation>
    </message>
    <message>
        <source>Move the selected numbers by sliders</source>
        <translation>Die ausgewählten Zahlen mit Schiebereglern bewegen</translation>
    </message>
    <message>
        <source>missing input, shape error</source>
        <translation>fehlende Eingabe, Fehler der Form</translation>
    </message>
    <message>
        <source>None of the selected nodes is a leaf that holds one number</source>
        <translation>Keiner der ausgewählten Knoten ist ein Blatt, das eine einzelne Zahl hält</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Arrange the selection</source>
        <translation>Auswahl anordnen</translation>
    </message>
    <message>
        <source>Unfo&amp;ld</source>
        <translation>Auskla&amp;ppen</translation>
    </message>
    <message>
        <source>Fo&amp;ld</source>
        <translation>Einkla&amp;ppen</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppieren</translation>
    </message>
    <message>
        <source>Frame the selected nodes with a title</source>
        <translation>Die ausgewählten Knoten mit einem Titel einrahmen</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>Gruppierung auf&amp;heben</translation>
    </message>
    <message>
        <source>Give the group up; its nodes stay</source>
        <translation>Die Gruppe auflösen; ihre Knoten bleiben</translation>
    </message>
    <message>
        <source>Fold the group into one card, or unfold it</source>
        <translation>Die Gruppe zu einer Karte einklappen oder wieder ausklappen</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Anleitung</translation>
    </message>
    <message>
        <source>Show the guide</source>
        <translation>Die Anleitung zeigen</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>Show the examples</source>
        <translation>Die Beispiele zeigen</translation>
    </message>
    <message>
        <source>&amp;About Chainrule</source>
        <translation>Übe&amp;r Chainrule</translation>
    </message>
    <message>
        <source>help, manual, documentation</source>
        <translation>Hilfe, Handbuch, Dokumentation</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>Hinzufüg&amp;en…</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden…</translation>
    </message>
    <message>
        <source>I&amp;nsert into the edge…</source>
        <translation>In die Kante ein&amp;fügen…</translation>
    </message>
    <message>
        <source>Follow edge &amp;forward</source>
        <translation>Kante vor&amp;wärts folgen</translation>
    </message>
    <message>
        <source>Follow edge bac&amp;k</source>
        <translation>Kante &amp;rückwärts folgen</translation>
    </message>
    <message>
        <source>Sibling a&amp;bove</source>
        <translation>Geschwister &amp;oben</translation>
    </message>
    <message>
        <source>Sibling b&amp;elow</source>
        <translation>Geschwister &amp;unten</translation>
    </message>
    <message>
        <source>select one node to connect</source>
        <translation>einen Knoten zum Verbinden auswählen</translation>
    </message>
    <message>
        <source>Click the node whose derivatives are asked for; Esc gives up</source>
        <translation>Den Knoten anklicken, dessen Ableitungen gefragt sind; Esc bricht ab</translation>
    </message>
    <message>
        <source>{name} is the output itself: select a node that leads to it</source>
        <translation>{name} ist selbst die Ausgabe: einen Knoten auswählen, der zu ihr führt</translation>
    </message>
    <message>
        <source>1 path</source>
        <translation>1 Pfad</translation>
    </message>
    <message>
        <source>{n} paths</source>
        <translation>{n} Pfade</translation>
    </message>
    <message>
        <source>&amp;Step through</source>
        <translation>&amp;Schrittweise durchgehen</translation>
    </message>
    <message>
        <source>Step through forward and backward</source>
        <translation>Schrittweise vorwärts und rückwärts durchgehen</translation>
    </message>
    <message>
        <source>Choose the &amp;output by a click</source>
        <translation>Ausgabe per &amp;Klick wählen</translation>
    </message>
    <message>
        <source>&amp;Forward mode</source>
        <translation>&amp;Vorwärtsmodus</translation>
    </message>
    <message>
        <source>Derivatives of everything by one leaf, from left to right</source>
        <translation>Ableitungen von allem nach einem Blatt, von links nach rechts</translation>
    </message>
    <message>
        <source>Light the &amp;way</source>
        <translation>&amp;Weg beleuchten</translation>
    </message>
    <message>
        <source>Light the paths between two selected nodes, or from one to the output</source>
        <translation>Die Pfade zwischen zwei ausgewählten Knoten beleuchten, oder von einem zur Ausgabe</translation>
    </message>
    <message>
        <source>&amp;Present on the full screen</source>
        <translation>Im Voll&amp;bild vorführen</translation>
    </message>
    <message>
        <source>Present on the full screen; Esc leaves</source>
        <translation>Im Vollbild vorführen; Esc beendet</translation>
    </message>
    <message>
        <source>Taking the derivatives</source>
        <translation>Die Ableitungen werden gebildet</translation>
    </message>
    <message>
        <source>Finding the paths</source>
        <translation>Die Wege werden gesucht</translation>
    </message>
    <message>
        <source>lesson, play, backprop, chain rule, gradient</source>
        <translation>Lektion, abspielen, Backprop, Kettenregel, Gradient</translation>
    </message>
    <message>
        <source>no path leads from {start} to {end}</source>
        <translation>kein Pfad führt von {start} nach {end}</translation>
    </message>
    <message>
        <source>Finding the steps</source>
        <translation>Die Schritte werden gesucht</translation>
    </message>
    <message>
        <source>Building the network</source>
        <translation>Netz wird gebaut</translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation>{file} wird geöffnet</translation>
    </message>
    <message>
        <source>Recovering {title}</source>
        <translation>{title} wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Saving {file}</source>
        <translation>{file} wird gespeichert</translation>
    </message>
    <message>
        <source>there is nothing to do again</source>
        <translation>nichts kann wiederholt werden</translation>
    </message>
    <message>
        <source>select one node or one group first</source>
        <translation>zuerst einen Knoten oder eine Gruppe auswählen</translation>
    </message>
    <message>
        <source>select a leaf that holds one number first</source>
        <translation>zuerst ein Blatt mit einer Zahl auswählen</translation>
    </message>
    <message>
        <source>there is no parameter or input yet</source>
        <translation>es gibt noch keinen Parameter und keine Eingabe</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>nichts kann rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>canvas and lesson fill the screen</source>
        <translation>Zeichenfläche und Lektion füllen den Bildschirm</translation>
    </message>
    <message>
        <source>select one edge first</source>
        <translation>zuerst eine Kante auswählen</translation>
    </message>
    <message>
        <source>select a group first</source>
        <translation>zuerst eine Gruppe auswählen</translation>
    </message>
    <message>
        <source>there is no leaf yet</source>
        <translation>es gibt noch kein Blatt</translation>
    </message>
    <message>
        <source>select one node first</source>
        <translation>zuerst einen Knoten auswählen</translation>
    </message>
    <message>
        <source>the graph is still empty</source>
        <translation>der Graph ist noch leer</translation>
    </message>
    <message>
        <source>select a node first</source>
        <translation>zuerst einen Knoten auswählen</translation>
    </message>
    <message>
        <source>select a node or an edge first</source>
        <translation>zuerst einen Knoten oder eine Kante auswählen</translation>
    </message>
    <message>
        <source>select several nodes first</source>
        <translation>zuerst mehrere Knoten auswählen</translation>
    </message>
    <message>
        <source>select one leaf or one formula first</source>
        <translation>zuerst ein Blatt oder eine Formel auswählen</translation>
    </message>
    <message>
        <source>select one or two nodes first, outside a lesson</source>
        <translation>zuerst einen oder zwei Knoten auswählen, außerhalb einer Lektion</translation>
    </message>
    <message>
        <source>there are no numbers that may be told</source>
        <translation>es gibt keine Zahlen, die gezeigt werden dürfen</translation>
    </message>
    <message>
        <source>Save as own op</source>
        <translation>Als eigene Operation speichern</translation>
    </message>
    <message>
        <source>Save as o&amp;wn op…</source>
        <translation>Als eige&amp;ne Operation speichern…</translation>
    </message>
    <message>
        <source>New o&amp;wn op…</source>
        <translation>Neue eige&amp;ne Operation…</translation>
    </message>
    <message>
        <source>Graphs that use it keep it.</source>
        <translation>Graphen, die sie verwenden, behalten sie.</translation>
    </message>
    <message>
        <source>New own op</source>
        <translation>Neue eigene Operation</translation>
    </message>
    <message>
        <source>Delete {name} from the palette?</source>
        <translation>{name} aus der Palette löschen?</translation>
    </message>
    <message>
        <source>Keep the formula under a name in the palette</source>
        <translation>Die Formel unter einem Namen in der Palette behalten</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name} bearbeiten</translation>
    </message>
    <message>
        <source>B&amp;ump</source>
        <translation>&amp;Anstoßen</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>&amp;Quiz</source>
        <translation>&amp;Quiz</translation>
    </message>
    <message>
        <source>Open t&amp;raining data…</source>
        <translation>Trainings&amp;daten öffnen…</translation>
    </message>
    <message>
        <source>gradient descent, learning rate, optimizer, Adam</source>
        <translation>Gradientenabstieg, Lernrate, Optimierer, Adam</translation>
    </message>
    <message>
        <source>Take data</source>
        <translation>Daten übernehmen</translation>
    </message>
    <message>
        <source>{file} cannot be used:</source>
        <translation>{file} ist nicht verwendbar:</translation>
    </message>
    <message>
        <source>The selected</source>
        <translation>Die ausgewählten</translation>
    </message>
    <message>
        <source>All parameters</source>
        <translation>Alle Parameter</translation>
    </message>
    <message>
        <source>All leaves</source>
        <translation>Alle Blätter</translation>
    </message>
    <message>
        <source>&amp;Randomise values…</source>
        <translation>&amp;Zufallswerte…</translation>
    </message>
    <message>
        <source>Give leaves random values, by a seed</source>
        <translation>Blättern Zufallswerte geben, nach einem Startwert</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Num&amp;bers on edges</source>
        <translation>&amp;Zahlen an Kanten</translation>
    </message>
    <message>
        <source>Al&amp;ign</source>
        <translation>Ausrich&amp;ten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>&amp;Graph</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>&amp;Lektion</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Fe&amp;nster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Weitersuc&amp;hen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Einstellu&amp;ngen…</translation>
    </message>
    <message>
        <source>&amp;Command by name…</source>
        <translation>Befeh&amp;l nach Namen…</translation>
    </message>
    <message>
        <source>Next pan&amp;e</source>
        <translation>Nä&amp;chster Bereich</translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation>V&amp;orheriger Bereich</translation>
    </message>
    <message>
        <source>Context &amp;menu</source>
        <translation>Kontext&amp;menü</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>&amp;Fit all</source>
        <translation>Alles &amp;einpassen</translation>
    </message>
    <message>
        <source>Fit all into the view</source>
        <translation>Alles in die Ansicht einpassen</translation>
    </message>
    <message>
        <source>Fit the &amp;selection</source>
        <translation>A&amp;uswahl einpassen</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>&amp;Palette</translation>
    </message>
    <message>
        <source>I&amp;nspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>Values &amp;and derivatives</source>
        <translation>Werte &amp;und Ableitungen</translation>
    </message>
    <message>
        <source>&amp;Values alone</source>
        <translation>Nur &amp;Werte</translation>
    </message>
    <message>
        <source>&amp;Derivatives alone</source>
        <translation>Nur &amp;Ableitungen</translation>
    </message>
    <message>
        <source>&amp;No numbers</source>
        <translation>&amp;Keine Zahlen</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>settings, options, language</source>
        <translation>Einstellungen, Optionen, Sprache</translation>
    </message>
    <message>
        <source>Change between light and dark</source>
        <translation>Zwischen hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>&amp;Minimise</source>
        <translation>&amp;Minimieren</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Next window</source>
        <translation>&amp;Nächstes Fenster</translation>
    </message>
    <message>
        <source>&amp;Previous window</source>
        <translation>V&amp;origes Fenster</translation>
    </message>
    <message>
        <source>Op, value or expression</source>
        <translation>Operation, Wert oder Ausdruck</translation>
    </message>
    <message>
        <source>feeds {node}: {port}</source>
        <translation>speist {node}: {port}</translation>
    </message>
    <message>
        <source>goes into {edge}</source>
        <translation>geht in {edge}</translation>
    </message>
    <message>
        <source>select two cards or more to align them</source>
        <translation>zum Ausrichten zwei oder mehr Karten auswählen</translation>
    </message>
    <message>
        <source>select three cards or more to distribute them</source>
        <translation>zum Verteilen drei oder mehr Karten auswählen</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Verteilen</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Edit value</source>
        <translation>Wert bearbeiten</translation>
    </message>
    <message>
        <source>Edit formula</source>
        <translation>Formel bearbeiten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>ohne Titel</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>Konstante</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>die Ausgabe</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>edges changed</source>
        <translation>Kanten geändert</translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation>{name} ist {value}</translation>
    </message>
    <message>
        <source>group {title}, folded, {n} nodes</source>
        <translation>Gruppe {title}, eingeklappt, {n} Knoten</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>Wert {value}</translation>
    </message>
    <message>
        <source>derivative {value}</source>
        <translation>Ableitung {value}</translation>
    </message>
    <message>
        <source>{what} selected</source>
        <translation>{what} ausgewählt</translation>
    </message>
    <message>
        <source>graph of {nodes} nodes and {edges} edges</source>
        <translation>Graph mit {nodes} Knoten und {edges} Kanten</translation>
    </message>
    <message>
        <source>{n} nodes</source>
        <translation>{n} Knoten</translation>
    </message>
    <message>
        <source>fed by {names}</source>
        <translation>gespeist von {names}</translation>
    </message>
    <message>
        <source>feeds {names}</source>
        <translation>speist {names}</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 Knoten</translation>
    </message>
    <message>
        <source>1 edge</source>
        <translation>1 Kante</translation>
    </message>
    <message>
        <source>{n} edges</source>
        <translation>{n} Kanten</translation>
    </message>
    <message>
        <source>removed {names}</source>
        <translation>{names} entfernt</translation>
    </message>
    <message>
        <source>added {names}</source>
        <translation>{names} hinzugefügt</translation>
    </message>
    <message>
        <source>moved {names}</source>
        <translation>{names} verschoben</translation>
    </message>
    <message>
        <source>{old} is now {new}</source>
        <translation>{old} heißt jetzt {new}</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>undone: {step}</source>
        <translation>rückgängig gemacht: {step}</translation>
    </message>
    <message>
        <source>What the bump changed:</source>
        <translation>Was der Anstoß ändert:</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Cut {nodes}</source>
        <translation>{nodes} ausschneiden</translation>
    </message>
    <message>
        <source>Duplicate {nodes}</source>
        <translation>{nodes} duplizieren</translation>
    </message>
    <message>
        <source>This is a table: select a leaf for it, or paste it into the panel Train.</source>
        <translation>Das ist eine Tabelle: ein Blatt dafür auswählen, oder unter Trainieren einfügen.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>The clipboard holds neither nodes nor text</source>
        <translation>Die Zwischenablage enthält weder Knoten noch Text</translation>
    </message>
    <message>
        <source>The clipboard holds no graph: {}</source>
        <translation>Die Zwischenablage enthält keinen Graphen: {}</translation>
    </message>
    <message>
        <source>Type what to add, such as J = (w*x + b - y)^2/2</source>
        <translation>Tippen, was hinzukommen soll, etwa J = (w*x + b - y)^2/2</translation>
    </message>
    <message>
        <source>or drag leaves and ops from the left and draw edges between them</source>
        <translation>oder Blätter und Operationen von links ziehen und Kanten zwischen ihnen zeichnen</translation>
    </message>
    <message>
        <source>{key} waits while this field is open; Esc leaves it</source>
        <translation>{key} wartet, solange dieses Feld offen ist; Esc verlässt es</translation>
    </message>
    <message>
        <source>Name, formula, value</source>
        <translation>Name, Formel, Wert</translation>
    </message>
    <message>
        <source>Name, label, op, formula or value</source>
        <translation>Name, Beschriftung, Operation, Formel oder Wert</translation>
    </message>
    <message>
        <source>Find a node</source>
        <translation>Einen Knoten suchen</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Zurück (Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Weiter (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} von {count}</translation>
    </message>
    <message>
        <source>nothing outside this group feeds it; unfold it to connect to it</source>
        <translation>nichts außerhalb speist diese Gruppe; zum Verbinden ausklappen</translation>
    </message>
    <message>
        <source>an edge ends at an input</source>
        <translation>eine Kante endet an einer Eingabe</translation>
    </message>
    <message>
        <source>an edge begins at a node's output</source>
        <translation>eine Kante beginnt am Ausgang eines Knotens</translation>
    </message>
    <message>
        <source>{name} holds {shape} numbers: edit them in the inspector</source>
        <translation>{name} enthält {shape} Zahlen: im Inspektor bearbeiten</translation>
    </message>
    <message>
        <source>{number} cannot be dragged: type a number</source>
        <translation>{number} lässt sich nicht ziehen: eine Zahl tippen</translation>
    </message>
    <message>
        <source>Title of the group</source>
        <translation>Titel der Gruppe</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>select a group, or something in it</source>
        <translation>eine Gruppe auswählen, oder etwas darin</translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation>Name von {name}</translation>
    </message>
    <message>
        <source>Value of {name}</source>
        <translation>Wert von {name}</translation>
    </message>
    <message>
        <source>Formula of {name}</source>
        <translation>Formel von {name}</translation>
    </message>
    <message>
        <source>Insert {name}</source>
        <translation>{name} einfügen</translation>
    </message>
    <message>
        <source>{name} is the first input of {node}</source>
        <translation>{name} ist die erste Eingabe von {node}</translation>
    </message>
    <message>
        <source>{name} is the last input of {node}</source>
        <translation>{name} ist die letzte Eingabe von {node}</translation>
    </message>
    <message>
        <source>no card lies above {name}</source>
        <translation>über {name} liegt keine Karte</translation>
    </message>
    <message>
        <source>no card lies below {name}</source>
        <translation>unter {name} liegt keine Karte</translation>
    </message>
    <message>
        <source>no edge leaves {name}</source>
        <translation>keine Kante führt aus {name} hinaus</translation>
    </message>
    <message>
        <source>no edge leads into {name}</source>
        <translation>keine Kante führt in {name} hinein</translation>
    </message>
    <message>
        <source>Connect {name} with</source>
        <translation>{name} verbinden mit</translation>
    </message>
    <message>
        <source>neither {name} nor {other} takes an input</source>
        <translation>weder {name} noch {other} hat eine Eingabe</translation>
    </message>
    <message>
        <source>replaces {name}</source>
        <translation>ersetzt {name}</translation>
    </message>
    <message>
        <source>no node is called ‘{text}’</source>
        <translation>kein Knoten heißt ‚{text}‘</translation>
    </message>
    <message>
        <source>one ‘=’ is enough: {name} = {value}</source>
        <translation>ein ‚=‘ genügt: {name} = {value}</translation>
    </message>
    <message>
        <source>‘{name}’ would be an op of your own: it is made in Graph › New own op…; a node is {node} = …</source>
        <translation>‚{name}‘ wäre eine eigene Operation: sie entsteht unter Graph › Neue eigene Operation…; ein Knoten ist {node} = …</translation>
    </message>
    <message>
        <source>a name is missing before ‘=’</source>
        <translation>vor ‚=‘ fehlt ein Name</translation>
    </message>
    <message>
        <source>{n}, e a leaf</source>
        <translation>{n}, e ein Blatt</translation>
    </message>
    <message>
        <source>there is already a node named {name}</source>
        <translation>es gibt schon einen Knoten namens {name}</translation>
    </message>
    <message>
        <source>{n}, written out</source>
        <translation>{n}, ausgeschrieben</translation>
    </message>
    <message>
        <source>an expression here has to use {name}</source>
        <translation>ein Ausdruck muss hier {name} verwenden</translation>
    </message>
    <message>
        <source>a leaf takes no input; type an op</source>
        <translation>ein Blatt hat keine Eingabe; eine Operation tippen</translation>
    </message>
    <message>
        <source>Set {n} values</source>
        <translation>{n} Werte setzen</translation>
    </message>
    <message>
        <source>Set {name}</source>
        <translation>{name} setzen</translation>
    </message>
    <message>
        <source>‘{name}’ is there already; draw an edge to it, or select it and press Ctrl+K</source>
        <translation>Knoten ‚{name}‘ gibt es schon; eine Kante dorthin ziehen oder ihn auswählen und Strg+K drücken</translation>
    </message>
    <message>
        <source>nothing that fits here is called ‘{text}’</source>
        <translation>nichts Passendes heißt ‚{text}‘</translation>
    </message>
    <message>
        <source>no op is called ‘{text}’</source>
        <translation>keine Operation heißt ‚{text}‘</translation>
    </message>
    <message>
        <source>{old} was the output; now {new} is</source>
        <translation>{old} war die Ausgabe; jetzt ist es {new}</translation>
    </message>
    <message>
        <source>{name} stays the output; {key} on another end makes that the output</source>
        <translation>{name} bleibt die Ausgabe; {key} auf einem anderen Endknoten macht diesen zur Ausgabe</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>{port} of {node} is missing: type what feeds it</source>
        <translation>{port} von {node} fehlt: eintippen, was sie speist</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>Titel ändern</translation>
    </message>
    <message>
        <source>Name no output</source>
        <translation>Keine Ausgabe festlegen</translation>
    </message>
    <message>
        <source>Slider of {name}</source>
        <translation>Schieberegler von {name}</translation>
    </message>
    <message>
        <source>Set {key} of {name}</source>
        <translation>{key} von {name} setzen</translation>
    </message>
    <message>
        <source>Change what {name} is</source>
        <translation>Ändern, was {name} ist</translation>
    </message>
    <message>
        <source>Set {name} as output</source>
        <translation>{name} als Ausgabe setzen</translation>
    </message>
    <message>
        <source>expected an edge to one of the nodes</source>
        <translation>eine Kante zu einem der Knoten erwartet</translation>
    </message>
    <message>
        <source>Paste {nodes}</source>
        <translation>{nodes} einfügen</translation>
    </message>
    <message>
        <source>a graph has {n} nodes at most</source>
        <translation>ein Graph hat höchstens {n} Knoten</translation>
    </message>
    <message>
        <source>expected a list</source>
        <translation>eine Liste erwartet</translation>
    </message>
    <message>
        <source>Connect {source} to {target}</source>
        <translation>{source} mit {target} verbinden</translation>
    </message>
    <message>
        <source>Disconnect {source} from {target}</source>
        <translation>{source} von {target} trennen</translation>
    </message>
    <message>
        <source>Change the formula of {name}</source>
        <translation>Formel von {name} ändern</translation>
    </message>
    <message>
        <source>{name} is no formula</source>
        <translation>{name} ist keine Formel</translation>
    </message>
    <message>
        <source>Fold {titles}</source>
        <translation>{titles} einklappen</translation>
    </message>
    <message>
        <source>Unfold {titles}</source>
        <translation>{titles} ausklappen</translation>
    </message>
    <message>
        <source>select what shall be grouped</source>
        <translation>auswählen, was gruppiert werden soll</translation>
    </message>
    <message>
        <source>Group {title}</source>
        <translation>{title} gruppieren</translation>
    </message>
    <message>
        <source>a group needs a title</source>
        <translation>eine Gruppe braucht einen Titel</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} Gruppen</translation>
    </message>
    <message>
        <source>Ungroup {titles}</source>
        <translation>Gruppierung {titles} aufheben</translation>
    </message>
    <message>
        <source>Rename the group {title}</source>
        <translation>Gruppe {title} umbenennen</translation>
    </message>
    <message>
        <source>these are the group ‘{title}’ already</source>
        <translation>das ist schon die Gruppe ‚{title}‘</translation>
    </message>
    <message>
        <source>a part of the group ‘{title}’ is selected; select all of it, or only in it</source>
        <translation>ein Teil der Gruppe ‚{title}‘ ist ausgewählt; alles davon auswählen, oder nur darin</translation>
    </message>
    <message>
        <source>{delete} and heal</source>
        <translation>{delete} und überbrücken</translation>
    </message>
    <message>
        <source>Change what is said</source>
        <translation>Text des Schritts ändern</translation>
    </message>
    <message>
        <source>Remove the quiz</source>
        <translation>Quiz entfernen</translation>
    </message>
    <message>
        <source>Keep the quiz</source>
        <translation>Quiz behalten</translation>
    </message>
    <message>
        <source>Change the training</source>
        <translation>Training ändern</translation>
    </message>
    <message>
        <source>Remove the data</source>
        <translation>Daten entfernen</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>Daten ändern</translation>
    </message>
    <message>
        <source>Add {nodes}</source>
        <translation>{nodes} hinzufügen</translation>
    </message>
    <message>
        <source>Delete {nodes}</source>
        <translation>{nodes} löschen</translation>
    </message>
    <message>
        <source>Move {nodes}</source>
        <translation>{nodes} verschieben</translation>
    </message>
    <message>
        <source>Rename {old} to {new}</source>
        <translation>{old} in {new} umbenennen</translation>
    </message>
    <message>
        <source>Change own ops</source>
        <translation>Eigene Operationen ändern</translation>
    </message>
    <message>
        <source>Make {node} the op {op}</source>
        <translation>{node} zur Operation {op} machen</translation>
    </message>
    <message>
        <source>type the formula alone: {formula}</source>
        <translation>nur die Formel eintippen: {formula}</translation>
    </message>
    <message>
        <source>{name} is computed from itself</source>
        <translation>{name} wird aus sich selbst berechnet</translation>
    </message>
    <message>
        <source>Change the op {name}</source>
        <translation>Operation {name} ändern</translation>
    </message>
    <message>
        <source>Randomise 1 value</source>
        <translation>1 Zufallswert setzen</translation>
    </message>
    <message>
        <source>Randomise {n} values</source>
        <translation>{n} Zufallswerte setzen</translation>
    </message>
    <message>
        <source>Delete the selection</source>
        <translation>Auswahl löschen</translation>
    </message>
    <message>
        <source>Disconnect {count} edges</source>
        <translation>{count} Kanten trennen</translation>
    </message>
    <message>
        <source>Give {count} sliders</source>
        <translation>{count} Schieberegler hinzufügen</translation>
    </message>
    <message>
        <source>Take {count} sliders</source>
        <translation>{count} Schieberegler entfernen</translation>
    </message>
    <message>
        <source>Set {count} values</source>
        <translation>{count} Werte setzen</translation>
    </message>
    <message>
        <source>Qt is used under the LGPL 3: its libraries lie beside the program and may be replaced.</source>
        <translation>Qt wird unter der LGPL 3 verwendet: Die Bibliotheken liegen neben dem Programm und dürfen ersetzt werden.</translation>
    </message>
    <message>
        <source>About Chainrule</source>
        <translation>Über Chainrule</translation>
    </message>
    <message>
        <source>What Chainrule ships</source>
        <translation>Was Chainrule mitbringt</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Draw a computation graph and see every value and every derivative.

Version {version}
Free software under the MIT licence. It ships these, each under its own:</source>
        <translation>Einen Berechnungsgraphen zeichnen und jeden Wert und jede Ableitung sehen.

Version {version}
Freie Software unter der MIT-Lizenz. Sie bringt Folgendes mit, jeweils unter eigener Lizenz:</translation>
    </message>
    <message>
        <source>To go on replaces what it holds.</source>
        <translation>Wer fortfährt, ersetzt ihren Inhalt.</translation>
    </message>
    <message>
        <source>Graphs, and pictures that hold one (*.chainrule *.png *.svg)</source>
        <translation>Graphen, und Bilder mit Graph (*.chainrule *.png *.svg)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>E&amp;rsetzen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabellen (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation>{file} gibt es schon.</translation>
    </message>
    <message>
        <source>Chainrule graphs (*.chainrule)</source>
        <translation>Chainrule-Graphen (*.chainrule)</translation>
    </message>
    <message>
        <source>Every step of the lesson</source>
        <translation>Jeder Schritt der Lektion</translation>
    </message>
    <message>
        <source>A bump, and n + p against n × p</source>
        <translation>Ein Anstoß, und n + p gegen n × p</translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation>Wie gezeichnet</translation>
    </message>
    <message>
        <source>The page: a shape such as 16:9, or pixels such as 1280x720</source>
        <translation>Die Seite: ein Format wie 16:9 oder Pixel wie 1280x720</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation>Durchsichtiger Hintergrund</translation>
    </message>
    <message>
        <source>Only what is selected</source>
        <translation>Nur die Auswahl</translation>
    </message>
    <message>
        <source>Say which number is which</source>
        <translation>Legende der Zahlen</translation>
    </message>
    <message>
        <source>Hold the graph, to open it again</source>
        <translation>Graph einbetten</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>the page “{}” is neither a shape such as 16:9 nor pixels: 1280x720</source>
        <translation>die Seite „{}“ ist weder ein Format wie 16:9 noch in Pixeln: 1280x720</translation>
    </message>
    <message>
        <source>To go on replaces what they hold.</source>
        <translation>Wer fortfährt, ersetzt ihren Inhalt.</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>{first} to {last} are there already.</source>
        <translation>{first} bis {last} gibt es schon.</translation>
    </message>
    <message>
        <source>1 slide</source>
        <translation>1 Folie</translation>
    </message>
    <message>
        <source>{n} slides</source>
        <translation>{n} Folien</translation>
    </message>
    <message>
        <source>A page for the browser with every step, offline</source>
        <translation>Eine Seite für den Browser mit jedem Schritt, offline</translation>
    </message>
    <message>
        <source>Lines and letters, sharp at any size</source>
        <translation>Linien und Buchstaben, scharf in jeder Größe</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>drawing was given up; choose otherwise, or a part of the graph</source>
        <translation>das Zeichnen wurde abgebrochen; anders wählen, oder einen Teil des Graphen</translation>
    </message>
    <message>
        <source>{}; {} files: {}-01{}, …</source>
        <translation>{}; {} Dateien: {}-01{}, …</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>{file} wird geschrieben</translation>
    </message>
    <message>
        <source>{}, shapes and text that can be edited</source>
        <translation>{}, Formen und Text bearbeitbar</translation>
    </message>
    <message>
        <source>{} × {} pixels</source>
        <translation>{} × {} Pixel</translation>
    </message>
    <message>
        <source>{}, {} pages</source>
        <translation>{}, {} Seiten</translation>
    </message>
    <message>
        <source>{}, {} steps</source>
        <translation>{}, {} Schritte</translation>
    </message>
    <message>
        <source>{file} could not be written:</source>
        <translation>{file} konnte nicht geschrieben werden:</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>Export code</source>
        <translation>Code exportieren</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Writing the text</source>
        <translation>Der Text wird geschrieben</translation>
    </message>
    <message>
        <source>{} lines</source>
        <translation>{} Zeilen</translation>
    </message>
    <message>
        <source>Writing the text was given up</source>
        <translation>Das Schreiben wurde abgebrochen</translation>
    </message>
    <message>
        <source>{} lines, of which the first {} are shown</source>
        <translation>{} Zeilen, davon gezeigt die ersten {}</translation>
    </message>
    <message>
        <source>Something went wrong in Chainrule itself</source>
        <translation>In Chainrule selbst ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>The report says what happened, and where. You can go on working.</source>
        <translation>Der Bericht sagt, was geschah und wo. Die Arbeit kann weitergehen.</translation>
    </message>
    <message>
        <source>Chainrule crashed the last time</source>
        <translation>Chainrule ist beim letzten Mal abgestürzt</translation>
    </message>
    <message>
        <source>The report says where. Unsaved work is offered next, if there is any.</source>
        <translation>Der Bericht sagt, wo. Ungesicherte Arbeit wird als Nächstes angeboten, falls es welche gibt.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>Kopie &amp;speichern…</translation>
    </message>
    <message>
        <source>Chainrule guide</source>
        <translation>Chainrule-Anleitung</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>Ohne Speichern gehen sie verloren.</translation>
    </message>
    <message>
        <source>&amp;Don’t save</source>
        <translation>&amp;Nicht speichern</translation>
    </message>
    <message>
        <source>{name} has been open on {computer} since {when}.</source>
        <translation>{name} ist auf {computer} seit {when} geöffnet.</translation>
    </message>
    <message>
        <source>{name} has been open in another window since {when}.</source>
        <translation>{name} ist in einem anderen Fenster seit {when} geöffnet.</translation>
    </message>
    <message>
        <source>A copy can be looked at and saved under another name.</source>
        <translation>Eine Kopie lässt sich ansehen und unter anderem Namen speichern.</translation>
    </message>
    <message>
        <source>Open a &amp;copy</source>
        <translation>&amp;Kopie öffnen</translation>
    </message>
    <message>
        <source>Taking theirs gives up your unsaved changes.</source>
        <translation>Die andere Fassung zu übernehmen verwirft die ungespeicherten Änderungen.</translation>
    </message>
    <message>
        <source>Keeping yours leaves the file as it is until you save.</source>
        <translation>Die eigene Fassung zu behalten lässt die Datei unverändert bis zum Speichern.</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Eigene behalten</translation>
    </message>
    <message>
        <source>&amp;Take theirs</source>
        <translation>&amp;Andere übernehmen</translation>
    </message>
    <message>
        <source>&amp;Save mine as…</source>
        <translation>Eigene &amp;speichern unter…</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>S&amp;päter</translation>
    </message>
    <message>
        <source>Save the changes to “{title}”?</source>
        <translation>Änderungen an „{title}“ speichern?</translation>
    </message>
    <message>
        <source>{name} was changed outside this window.</source>
        <translation>{name} wurde außerhalb dieses Fensters geändert.</translation>
    </message>
    <message>
        <source>write c for it, and give c the value {number} below</source>
        <translation>dafür c schreiben und c unten den Wert {number} geben</translation>
    </message>
    <message>
        <source>New from expression</source>
        <translation>Neu aus Ausdruck</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Several assignments stand on lines of their own: c = w*x, then J = c^2</source>
        <translation>Mehrere Zuweisungen stehen auf eigenen Zeilen: c = w*x, dann J = c^2</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>One node for each operation</source>
        <translation>Ein Knoten für jede Operation</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Erstellen</translation>
    </message>
    <message>
        <source>&amp;Expression</source>
        <translation>&amp;Ausdruck</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Werte</translation>
    </message>
    <message>
        <source>Leaf</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>{} nodes, {} edges</source>
        <translation>{} Knoten, {} Kanten</translation>
    </message>
    <message>
        <source>Too large to be shown while typing</source>
        <translation>Zu groß, um beim Tippen gezeigt zu werden</translation>
    </message>
    <message>
        <source>{nodes} nodes, {parameters} parameters</source>
        <translation>{nodes} Knoten, {parameters} Parameter</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>Neues Netz</translation>
    </message>
    <message>
        <source>Units from the inputs to the outputs; 20*3 stands for 20,20,20</source>
        <translation>Einheiten von den Eingaben zu den Ausgaben; 20*3 steht für 20,20,20</translation>
    </message>
    <message>
        <source>Arrays, a matrix product per layer</source>
        <translation>Arrays, ein Matrixprodukt je Schicht</translation>
    </message>
    <message>
        <source>Numbers, a formula per neuron</source>
        <translation>Zahlen, eine Formel je Neuron</translation>
    </message>
    <message>
        <source>Numbers, a node per operation</source>
        <translation>Zahlen, ein Knoten je Operation</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>How cards write it before its inputs, such as φ</source>
        <translation>Wie Karten sie vor ihren Eingaben schreiben, etwa φ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>{name} is an op already; choose another name</source>
        <translation>{name} ist schon eine Operation; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>A name to find it by, and how cards write it</source>
        <translation>Ein Name, unter dem sie zu finden ist, und wie Karten sie schreiben</translation>
    </message>
    <message>
        <source>A formula with a letter for each input</source>
        <translation>Eine Formel mit einem Buchstaben für jede Eingabe</translation>
    </message>
    <message>
        <source>type a name for the op</source>
        <translation>einen Namen für die Operation tippen</translation>
    </message>
    <message>
        <source>Unsaved work is written down within two seconds of every edit; after a crash the next start offers it. It is kept in {folder}.</source>
        <translation>Ungespeicherte Arbeit wird binnen zwei Sekunden nach jeder Änderung gesichert; nach einem Absturz bietet der nächste Start sie an. Sie liegt in {folder}.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Cards snap to the grid and to other cards</source>
        <translation>Karten rasten an Raster und Karten ein</translation>
    </message>
    <message>
        <source>A minimap while only a part is seen</source>
        <translation>Übersichtskarte, wenn nur ein Teil zu sehen ist</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The &amp;wheel</source>
        <translation>Das Maus&amp;rad</translation>
    </message>
    <message>
        <source>&amp;Edges show</source>
        <translation>&amp;Kanten zeigen</translation>
    </message>
    <message>
        <source>Significant &amp;digits</source>
        <translation>Gültige &amp;Ziffern</translation>
    </message>
    <message>
        <source>Pans, Ctrl+wheel zooms</source>
        <translation>Verschiebt, Strg+Rad zoomt</translation>
    </message>
    <message>
        <source>Zooms, Ctrl+wheel pans</source>
        <translation>Zoomt, Strg+Rad verschiebt</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Holds from the next start</source>
        <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Values and derivatives</source>
        <translation>Werte und Ableitungen</translation>
    </message>
    <message>
        <source>Values alone</source>
        <translation>Nur Werte</translation>
    </message>
    <message>
        <source>Derivatives alone</source>
        <translation>Nur Ableitungen</translation>
    </message>
    <message>
        <source>No numbers</source>
        <translation>Keine Zahlen</translation>
    </message>
    <message>
        <source>Randomise values</source>
        <translation>Zufallswerte</translation>
    </message>
    <message>
        <source>Uniform, from −scale to scale</source>
        <translation>Gleichverteilt, von −Maßstab bis Maßstab</translation>
    </message>
    <message>
        <source>Normal, scale is the deviation</source>
        <translation>Normalverteilt, Maßstab ist die Streuung</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Blätter</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>&amp;Randomise</source>
        <translation>&amp;Würfeln</translation>
    </message>
    <message>
        <source>The same seed gives the same values again.</source>
        <translation>Derselbe Startwert ergibt wieder dieselben Werte.</translation>
    </message>
    <message>
        <source>This work was not saved. Recovering it replaces no file until you save.</source>
        <translation>Diese Arbeit wurde nicht gespeichert. Sie wiederherzustellen ersetzt keine Datei; das tut erst das Speichern.</translation>
    </message>
    <message>
        <source>Recover unsaved work</source>
        <translation>Ungespeicherte Arbeit wiederherstellen</translation>
    </message>
    <message>
        <source>never saved</source>
        <translation>nie gespeichert</translation>
    </message>
    <message>
        <source>Chainrule did not close properly</source>
        <translation>Chainrule wurde nicht ordentlich beendet</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Undo {edit}</source>
        <translation>Rückgängig: {edit}</translation>
    </message>
    <message>
        <source>Redo {edit}</source>
        <translation>Wiederholen: {edit}</translation>
    </message>
    <message>
        <source>it is a pipe or a device, not a file</source>
        <translation>es ist eine Pipe oder ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>{n} steps of {width} × {height} pixels are too much for one animation; choose a smaller scale</source>
        <translation>{n} Schritte von {width} × {height} Pixeln sind zu viel für eine Animation; einen kleineren Maßstab wählen</translation>
    </message>
    <message>
        <source>n operations, p parameters. With 10,000 and 100,000 of them it is 110,000 steps against a billion.</source>
        <translation>n Operationen, p Parameter. Bei 10 000 und 100 000 sind es 110 000 Schritte gegen eine Milliarde.</translation>
    </message>
    <message>
        <source>no bump: no parameter or input moves the output</source>
        <translation>kein Anstoß: Kein Parameter und keine Eingabe bewegt die Ausgabe</translation>
    </message>
    <message>
        <source>n + p against n × entries</source>
        <translation>n + p gegen n × Einträge</translation>
    </message>
    <message>
        <source>n + p against n × p</source>
        <translation>n + p gegen n × p</translation>
    </message>
    <message>
        <source>n operations, p parameters. Bumping runs all n anew for each entry of each parameter, backpropagation once for all.</source>
        <translation>n Operationen, p Parameter. Anstoßen rechnet alle n für jeden Eintrag jedes Parameters neu, Backpropagation einmal für alle.</translation>
    </message>
    <message>
        <source>no bump: {output} is {value}</source>
        <translation>kein Anstoß: {output} ist {value}</translation>
    </message>
    <message>
        <source>no bump: it would tell what the quiz still asks for</source>
        <translation>kein Anstoß: Er verriete, wonach das Quiz noch fragt</translation>
    </message>
    <message>
        <source>no bump: no parameter or input that moves the output is selected</source>
        <translation>kein Anstoß: Ausgewählt ist kein Parameter und keine Eingabe, die die Ausgabe bewegen</translation>
    </message>
    <message>
        <source>a bump of {epsilon}</source>
        <translation>ein Anstoß um {epsilon}</translation>
    </message>
    <message>
        <source>no bump: {reason}</source>
        <translation>kein Anstoß: {reason}</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>SVG-Bild</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>PowerPoint deck</source>
        <translation>PowerPoint-Präsentation</translation>
    </message>
    <message>
        <source>TikZ picture</source>
        <translation>TikZ-Bild</translation>
    </message>
    <message>
        <source>HTML page with the steps</source>
        <translation>HTML-Seite mit den Schritten</translation>
    </message>
    <message>
        <source>GIF animation</source>
        <translation>GIF-Animation</translation>
    </message>
    <message>
        <source>APNG animation</source>
        <translation>APNG-Animation</translation>
    </message>
    <message>
        <source>the picture would have {width} × {height} pixels, which is too large; choose a smaller scale</source>
        <translation>das Bild hätte {width} × {height} Pixel, das ist zu groß; einen kleineren Maßstab wählen</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Step {place} of {all}</source>
        <translation>Schritt {place} von {all}</translation>
    </message>
    <message>
        <source>Light / dark</source>
        <translation>Hell / dunkel</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Fit (0)</source>
        <translation>Einpassen (0)</translation>
    </message>
    <message>
        <source>the picture could not be written as PDF</source>
        <translation>das Bild ließ sich nicht als PDF schreiben</translation>
    </message>
    <message>
        <source>the picture could not be encoded as PNG</source>
        <translation>das Bild ließ sich nicht als PNG schreiben</translation>
    </message>
    <message>
        <source>the numbers on the slide of the bump are {size} points, too small for a lecture hall: that of a selection has larger ones, and a folded group takes one card's room</source>
        <translation>die Zahlen sind auf der Folie des Anstoßes {size} Punkt groß, zu klein für einen Hörsaal: Die einer Auswahl hat größere, und eine eingeklappte Gruppe braucht nur den Platz einer Karte</translation>
    </message>
    <message>
        <source>the numbers are {size} points on a slide, too small for a lecture hall: slides of a selection have larger ones, and a folded group takes one card's room</source>
        <translation>die Zahlen sind auf einer Folie {size} Punkt groß, zu klein für einen Hörsaal: Folien einer Auswahl haben größere, und eine eingeklappte Gruppe braucht nur den Platz einer Karte</translation>
    </message>
    <message>
        <source>a slide is at most {n} times as high as it is wide</source>
        <translation>eine Folie ist höchstens {n}-mal so hoch wie breit</translation>
    </message>
    <message>
        <source>a slide of this shape has no room for the picture: choose a higher one</source>
        <translation>eine Folie dieser Form hat keinen Platz für das Bild: eine höhere wählen</translation>
    </message>
    <message>
        <source>value {number}</source>
        <translation>Wert {number}</translation>
    </message>
    <message>
        <source>derivative {number}</source>
        <translation>Ableitung {number}</translation>
    </message>
    <message>
        <source>edge from {source} to {target}</source>
        <translation>Kante von {source} nach {target}</translation>
    </message>
    <message>
        <source>the graph is empty: there is nothing to draw</source>
        <translation>der Graph ist leer: es gibt nichts zu zeichnen</translation>
    </message>
    <message>
        <source>nothing is selected: there is nothing to draw</source>
        <translation>nichts ist ausgewählt: es gibt nichts zu zeichnen</translation>
    </message>
    <message>
        <source>the picture would be {width} × {height} points large, and TeX draws at most {most}; lay it out for a page, or select a part of it</source>
        <translation>das Bild würde {width} × {height} Punkt groß, und TeX zeichnet höchstens {most}; für eine Seite anordnen oder einen Teil davon wählen</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>no entry is called ‘{text}’; the last one is {last}</source>
        <translation>kein Eintrag heißt ‚{text}‘; der letzte ist {last}</translation>
    </message>
    <message>
        <source>no step comes before the first</source>
        <translation>vor dem ersten Schritt kommt keiner</translation>
    </message>
    <message>
        <source>no step comes after the last</source>
        <translation>nach dem letzten Schritt kommt keiner</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>One sweep is for one entry of an array</source>
        <translation>Ein Durchlauf gilt einem Eintrag eines Arrays</translation>
    </message>
    <message>
        <source>Back to derivatives taken backward</source>
        <translation>Zurück zu rückwärts gebildeten Ableitungen</translation>
    </message>
    <message>
        <source>derivatives by</source>
        <translation>Ableitungen nach</translation>
    </message>
    <message>
        <source>One sweep per leaf. With a single parameter both ways cost the same.</source>
        <translation>Ein Durchlauf je Blatt. Bei einem einzigen Parameter kosten beide Wege gleich viel.</translation>
    </message>
    <message>
        <source>{done} of {p} sweeps, one for each entry of a parameter. Backward, 1 sweep is for all {p}.</source>
        <translation>{done} von {p} Durchläufen, einer je Eintrag eines Parameters. Rückwärts genügt 1 Durchlauf für alle {p}.</translation>
    </message>
    <message>
        <source>{done} of {p} sweeps, one for each parameter. Backward, 1 sweep is for all {p}.</source>
        <translation>{done} von {p} Durchläufen, einer je Parameter. Rückwärts genügt 1 Durchlauf für alle {p}.</translation>
    </message>
    <message>
        <source>Forward mode</source>
        <translation>Vorwärtsmodus</translation>
    </message>
    <message>
        <source>What is said at this step</source>
        <translation>Text zu diesem Schritt</translation>
    </message>
    <message>
        <source>What is said at this step; Enter keeps it</source>
        <translation>Text zu diesem Schritt; Enter übernimmt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>First step (Home)</source>
        <translation>Erster Schritt (Pos1)</translation>
    </message>
    <message>
        <source>Step back (←)</source>
        <translation>Schritt zurück (←)</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Abspielen oder anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Next step (→)</source>
        <translation>Nächster Schritt (→)</translation>
    </message>
    <message>
        <source>Last step (End)</source>
        <translation>Letzter Schritt (Ende)</translation>
    </message>
    <message>
        <source>Write what is said at this step</source>
        <translation>Text zu diesem Schritt schreiben</translation>
    </message>
    <message>
        <source>End the lesson (F5)</source>
        <translation>Lektion beenden (F5)</translation>
    </message>
    <message>
        <source>there is already an own op named {name}</source>
        <translation>es gibt schon eine eigene Operation namens {name}</translation>
    </message>
    <message>
        <source>expected an object with a list of ops</source>
        <translation>ein Objekt mit einer Liste von Operationen erwartet</translation>
    </message>
    <message>
        <source>{shape} entries do not fit here; at the first one they replace all</source>
        <translation>{shape} Einträge passen hier nicht hin; am ersten ersetzen sie alle</translation>
    </message>
    <message>
        <source>an entry is a single number</source>
        <translation>ein Eintrag ist eine einzelne Zahl</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Steigung</translation>
    </message>
    <message>
        <source>Keep dimensions</source>
        <translation>Dimensionen behalten</translation>
    </message>
    <message>
        <source>Select a node to bump it.</source>
        <translation>Einen Knoten auswählen, um ihn anzustoßen.</translation>
    </message>
    <message>
        <source>While a lesson, forward mode or a quiz is on, nothing is bumped.</source>
        <translation>Solange eine Lektion, der Vorwärtsmodus oder ein Quiz läuft, wird nichts angestoßen.</translation>
    </message>
    <message>
        <source>ε is a number other than 0</source>
        <translation>ε ist eine Zahl ungleich 0</translation>
    </message>
    <message>
        <source>Bump {node}</source>
        <translation>{node} anstoßen</translation>
    </message>
    <message>
        <source>Which entry is bumped, such as [0, 2]; ↑ and ↓ step</source>
        <translation>Welcher Eintrag bewegt wird, etwa [0, 2]; ↑ und ↓ gehen weiter</translation>
    </message>
    <message>
        <source>write an entry by its places, such as {entry}</source>
        <translation>einen Eintrag durch seine Stellen angeben, etwa {entry}</translation>
    </message>
    <message>
        <source>{node} has the shape {shape}: there is no entry {entry}</source>
        <translation>{node} hat die Form {shape}: einen Eintrag {entry} gibt es nicht</translation>
    </message>
    <message>
        <source>ε as a power of ten</source>
        <translation>ε als Zehnerpotenz</translation>
    </message>
    <message>
        <source>Distance from the derivative by ε</source>
        <translation>Abstand von der Ableitung nach ε</translation>
    </message>
    <message>
        <source>There is no derivative to compare with.</source>
        <translation>Es gibt keine Ableitung zum Vergleichen.</translation>
    </message>
    <message>
        <source>Δ{j}/ε is the derivative, whatever ε.</source>
        <translation>Δ{j}/ε ist die Ableitung, gleich für welches ε.</translation>
    </message>
    <message>
        <source>|Δ{j}/ε − ∂{j}| by ε</source>
        <translation>|Δ{j}/ε − ∂{j}| nach ε</translation>
    </message>
    <message>
        <source>Steps by parameters p, with p/10 nodes n; the dots are this graph. At 10,000 nodes and 100,000 parameters it is 110,000 steps against a billion.</source>
        <translation>Schritte nach Parametern p, mit p/10 Knoten n; die Punkte sind dieser Graph. Bei 10 000 Knoten und 100 000 Parametern sind es 110 000 Schritte gegen eine Milliarde.</translation>
    </message>
    <message>
        <source>Of an array every entry counts as a parameter, and a step is all of it.</source>
        <translation>Bei einem Array zählt jeder Eintrag als Parameter, und ein Schritt gilt dem ganzen.</translation>
    </message>
    <message>
        <source>Every parameter in turn</source>
        <translation>Jeden Parameter der Reihe nach</translation>
    </message>
    <message>
        <source>Steps by parameters</source>
        <translation>Schritte nach Parametern</translation>
    </message>
    <message>
        <source>bumping: {done} of n × entries = {n} × {p} = {all}</source>
        <translation>Anstoßen: {done} von n × Einträge = {n} × {p} = {all}</translation>
    </message>
    <message>
        <source>bumping: {done} of n × p = {n} × {p} = {all}</source>
        <translation>Anstoßen: {done} von n × p = {n} × {p} = {all}</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Wettlauf</translation>
    </message>
    <message>
        <source>backprop: {done} of n + p = {n} + {p} = {all}</source>
        <translation>Backprop: {done} von n + p = {n} + {p} = {all}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>{j} has a value on one side only: a border lies here, or within ε.</source>
        <translation>{j} hat nur auf einer Seite einen Wert: Hier oder innerhalb von ε liegt ein Rand.</translation>
    </message>
    <message>
        <source>With −ε it is {slope}: {j} has a kink here.</source>
        <translation>Mit −ε ist es {slope}: {j} hat hier einen Knick.</translation>
    </message>
    <message>
        <source>With −ε it is {slope}: {j} has a kink within ε of here.</source>
        <translation>Mit −ε ist es {slope}: {j} hat innerhalb von ε einen Knick.</translation>
    </message>
    <message>
        <source>With −ε it is {slope}: {j} is curved, and a smaller ε brings both together.</source>
        <translation>Mit −ε ist es {slope}: {j} ist gekrümmt, und ein kleineres ε bringt beide zusammen.</translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation>Kettenregel</translation>
    </message>
    <message>
        <source>Entries of the value</source>
        <translation>Einträge des Werts</translation>
    </message>
    <message>
        <source>Entries of the derivative</source>
        <translation>Einträge der Ableitung</translation>
    </message>
    <message>
        <source>Derivative</source>
        <translation>Ableitung</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} Schritte</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>Schieberegler</translation>
    </message>
    <message>
        <source>Automatic ({name})</source>
        <translation>Automatisch ({name})</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Select a node or an edge to see all about it.</source>
        <translation>Einen Knoten oder eine Kante auswählen, um alles darüber zu sehen.</translation>
    </message>
    <message>
        <source>Folded into one card</source>
        <translation>Zu einer Karte eingeklappt</translation>
    </message>
    <message>
        <source>What leaves it</source>
        <translation>Was sie verlässt</translation>
    </message>
    <message>
        <source>1 input from outside</source>
        <translation>1 Eingabe von außen</translation>
    </message>
    <message>
        <source>{n} inputs from outside</source>
        <translation>{n} Eingaben von außen</translation>
    </message>
    <message>
        <source>a pixel: the strongest of {rows} × {columns} entries</source>
        <translation>ein Pixel: der stärkste von {rows} × {columns} Einträgen</translation>
    </message>
    <message>
        <source>heat map from {low} to {high}</source>
        <translation>Heatmap von {low} bis {high}</translation>
    </message>
    <message>
        <source>{counts} selected</source>
        <translation>{counts} ausgewählt</translation>
    </message>
    <message>
        <source>Derivatives by its inputs</source>
        <translation>Ableitungen nach den Eingaben</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>How the picture writes the node, such as a^{[1]} or w_1</source>
        <translation>Wie das Bild den Knoten schreibt, etwa a^{[1]} oder w_1</translation>
    </message>
    <message>
        <source>Parameters are trained; inputs take what a table holds</source>
        <translation>Parameter werden trainiert; Eingaben nehmen, was eine Tabelle enthält</translation>
    </message>
    <message>
        <source>Every derivative shown is the output’s</source>
        <translation>Jede gezeigte Ableitung ist die der Ausgabe</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Aktuelle Werte</translation>
    </message>
    <message>
        <source>Find a leaf or an op</source>
        <translation>Blatt oder Operation suchen</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>No op is called so. A formula is typed on the canvas.</source>
        <translation>Keine Operation heißt so. Eine Formel wird auf der Zeichenfläche getippt.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Platzieren</translation>
    </message>
    <message>
        <source>&amp;Keep in the palette</source>
        <translation>In der Palette &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>B&amp;earbeiten…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Own, in this graph</source>
        <translation>Eigene, in diesem Graphen</translation>
    </message>
    <message>
        <source>Numbers, fractions such as −1/4 and expressions such as 2·(3+1) are answers, right within 0.5 %. A point each; a hint or a wrong answer halves it.</source>
        <translation>Antworten sind Zahlen, Brüche wie −1/4 und Ausdrücke wie 2·(3+1), richtig bis auf 0.5 %. Je ein Punkt; ein Tipp oder eine falsche Antwort halbiert ihn.</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Points of the last quiz</source>
        <translation>Punkte im letzten Quiz</translation>
    </message>
    <message>
        <source>Ask for values</source>
        <translation>Nach Werten fragen</translation>
    </message>
    <message>
        <source>Ask for derivatives</source>
        <translation>Nach Ableitungen fragen</translation>
    </message>
    <message>
        <source>Which edges</source>
        <translation>Welche Kanten</translation>
    </message>
    <message>
        <source>Keep in the file</source>
        <translation>In der Datei behalten</translation>
    </message>
    <message>
        <source>Whoever opens the file begins with this quiz</source>
        <translation>Wer die Datei öffnet, beginnt mit diesem Quiz</translation>
    </message>
    <message>
        <source>All edges</source>
        <translation>Alle Kanten</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Tipp</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Numbers are hidden and found by hand, in place, on the canvas.</source>
        <translation>Zahlen sind verborgen und werden von Hand gefunden, an Ort und Stelle auf der Zeichenfläche.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>The chosen edge</source>
        <translation>Die gewählte Kante</translation>
    </message>
    <message>
        <source>The {n} chosen edges</source>
        <translation>Die {n} gewählten Kanten</translation>
    </message>
    <message>
        <source>Chosen edges: select them</source>
        <translation>Gewählte Kanten: auswählen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Take out of the file</source>
        <translation>Aus der Datei nehmen</translation>
    </message>
    <message>
        <source>There is no single number to ask for.</source>
        <translation>Es gibt keine einzelne Zahl, nach der zu fragen wäre.</translation>
    </message>
    <message>
        <source>{points} of {of} points</source>
        <translation>{points} von {of} Punkten</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Schieberegler</translation>
    </message>
    <message>
        <source>Also shown with all other sliders when nothing is selected</source>
        <translation>Erscheint auch mit allen anderen Schiebereglern, wenn nichts ausgewählt ist</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>type one number</source>
        <translation>eine Zahl tippen</translation>
    </message>
    <message>
        <source>Slider {}</source>
        <translation>Schieberegler {}</translation>
    </message>
    <message>
        <source>1 input is missing</source>
        <translation>1 Eingabe fehlt</translation>
    </message>
    <message>
        <source>{n} inputs are missing</source>
        <translation>{n} Eingaben fehlen</translation>
    </message>
    <message>
        <source>n ops and p parameters: one backward pass gives every derivative in n + p steps; bumping each parameter in turn takes n × p.</source>
        <translation>n Operationen und p Parameter: Ein Rückwärtsdurchlauf ergibt alle Ableitungen in n + p Schritten; jeden Parameter einzeln anzustoßen braucht n × p.</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>rechnet…</translation>
    </message>
    <message>
        <source>shapes do not fit at 1 node</source>
        <translation>an 1 Knoten passen die Formen nicht</translation>
    </message>
    <message>
        <source>shapes do not fit at {n} nodes</source>
        <translation>an {n} Knoten passen die Formen nicht</translation>
    </message>
    <message>
        <source>n ops and p parameters, each a number or an array: one backward pass gives every derivative in n + p steps; bumping takes n steps for each entry.</source>
        <translation>n Operationen und p Parameter, jeder eine Zahl oder ein Array: Ein Rückwärtsdurchlauf ergibt alle Ableitungen in n + p Schritten; Anstoßen braucht n Schritte je Eintrag.</translation>
    </message>
    <message>
        <source>Compute nothing until the next edit (Esc)</source>
        <translation>Bis zur nächsten Änderung nicht rechnen (Esc)</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>NaN or infinity starts at {n} nodes</source>
        <translation>NaN oder Unendlich beginnt an {n} Knoten</translation>
    </message>
    <message>
        <source>infinity</source>
        <translation>Unendlich</translation>
    </message>
    <message>
        <source>derivatives become NaN or infinite at {n} nodes</source>
        <translation>Ableitungen werden an {n} Knoten NaN oder unendlich</translation>
    </message>
    <message>
        <source>n + p = {fewer} steps against n × p = {more}</source>
        <translation>n + p = {fewer} Schritte gegen n × p = {more}</translation>
    </message>
    <message>
        <source>{kind} starts at {node}</source>
        <translation>{kind} beginnt bei {node}</translation>
    </message>
    <message>
        <source>n + p = {fewer} steps against n × {entries} entries = {more}</source>
        <translation>n + p = {fewer} Schritte gegen n × {entries} Einträge = {more}</translation>
    </message>
    <message>
        <source>Show {node}</source>
        <translation>{node} zeigen</translation>
    </message>
    <message>
        <source>The output by step is drawn here.</source>
        <translation>Die Ausgabe je Schritt wird hier gezeichnet.</translation>
    </message>
    <message>
        <source>{n} of {all} parameters are drawn</source>
        <translation>{n} von {all} Parametern sind gezeichnet</translation>
    </message>
    <message>
        <source>Output by step</source>
        <translation>Ausgabe je Schritt</translation>
    </message>
    <message>
        <source>Parameters by step</source>
        <translation>Parameter je Schritt</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Log.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>A step takes</source>
        <translation>Je Schritt</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>The next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>A row, shuffled</source>
        <translation>Gemischte Zeile</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Examples for the inputs, a column for each: typed, pasted from a spreadsheet, or a CSV file.</source>
        <translation>Beispiele für die Eingaben, je eine Spalte: getippt, aus einer Tabelle eingefügt oder aus einer CSV-Datei.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>Zeilen entfernen</translation>
    </message>
    <message>
        <source>Make a table of data</source>
        <translation>Datentabelle anlegen</translation>
    </message>
    <message>
        <source>Paste data</source>
        <translation>Daten einfügen</translation>
    </message>
    <message>
        <source>type a number</source>
        <translation>eine Zahl eintippen</translation>
    </message>
    <message>
        <source>There is no input that is a number: open a CSV file, or paste.</source>
        <translation>Es gibt keine Eingabe, die eine Zahl ist: eine CSV-Datei öffnen oder einfügen.</translation>
    </message>
    <message>
        <source>Remove rows of data</source>
        <translation>Datenzeilen entfernen</translation>
    </message>
    <message>
        <source>these are too many cells to be pasted</source>
        <translation>das sind zu viele Zellen zum Einfügen</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>die Tabelle</translation>
    </message>
    <message>
        <source>‘{text}’ is not a number</source>
        <translation>‚{text}‘ ist keine Zahl</translation>
    </message>
    <message>
        <source>row {row}, {column}</source>
        <translation>Zeile {row}, {column}</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rücksetzen</translation>
    </message>
    <message>
        <source>Give the parameters back as they were before training</source>
        <translation>Den Parametern ihre Werte von vor dem Training zurückgeben</translation>
    </message>
    <message>
        <source>Minimises the output over the parameters.</source>
        <translation>Minimiert die Ausgabe über die Parameter.</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>So schnell es geht</translation>
    </message>
    <message>
        <source>step {n}, {output} = {value}</source>
        <translation>Schritt {n}, {output} = {value}</translation>
    </message>
    <message>
        <source>{problem}; try a smaller rate</source>
        <translation>{problem}; eine kleinere Lernrate versuchen</translation>
    </message>
    <message>
        <source>{n} a second</source>
        <translation>{n} je Sekunde</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>Schritt {n}</translation>
    </message>
    <message>
        <source>the rate is one number</source>
        <translation>die Lernrate ist eine Zahl</translation>
    </message>
    <message>
        <source>Draw a computation graph. See every value and every derivative.</source>
        <translation>Einen Berechnungsgraphen zeichnen. Jeden Wert und jede Ableitung sehen.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Back to the graph</source>
        <translation>Zurück zum Graphen</translation>
    </message>
    <message>
        <source>New graph</source>
        <translation>Neuer Graph</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Backprop: </source>
        <translation>Backprop: </translation>
    </message>
    <message>
        <source>Bumping: </source>
        <translation>Anstoßen: </translation>
    </message>
    <message>
        <source>value, before → after, with ε = {epsilon}</source>
        <translation>Wert, vorher → nachher, mit ε = {epsilon}</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>1 Parameter</translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation>{n} Parameter</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 Eingabe</translation>
    </message>
    <message>
        <source>{n} inputs</source>
        <translation>{n} Eingaben</translation>
    </message>
    <message>
        <source>{n} values: </source>
        <translation>{n} Werte: </translation>
    </message>
    <message>
        <source>{n} derivatives: </source>
        <translation>{n} Ableitungen: </translation>
    </message>
    <message>
        <source>Given: the constants</source>
        <translation>Gegeben: die Konstanten</translation>
    </message>
    <message>
        <source>summed: {before} → {after}</source>
        <translation>summiert: {before} → {after}</translation>
    </message>
    <message>
        <source>Given: </source>
        <translation>Gegeben: </translation>
    </message>
    <message>
        <source>{shape}, entry by entry</source>
        <translation>{shape}, Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>from {n} inputs</source>
        <translation>aus {n} Eingaben</translation>
    </message>
    <message>
        <source>{a} and {b}</source>
        <translation>{a} und {b}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>the sum over {n} edges</source>
        <translation>die Summe über {n} Kanten</translation>
    </message>
    <message>
        <source>in every entry of {shape}</source>
        <translation>in jedem Eintrag von {shape}</translation>
    </message>
    <message>
        <source>How {output} would move if this number could. It is a constant: it stays as it is.</source>
        <translation>Wie sich {output} bewegte, wenn diese Zahl es könnte. Sie ist eine Konstante: Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>A product for each edge</source>
        <translation>Ein Produkt je Kante</translation>
    </message>
    <message>
        <source>Local derivative</source>
        <translation>Lokale Ableitung</translation>
    </message>
    <message>
        <source>Arrives from the right</source>
        <translation>Kommt von rechts</translation>
    </message>
    <message>
        <source>Their product</source>
        <translation>Ihr Produkt</translation>
    </message>
    <message>
        <source>Where every way back begins</source>
        <translation>Wo jeder Weg zurück beginnt</translation>
    </message>
    <message>
        <source>The sum over {n} edges</source>
        <translation>Die Summe über {n} Kanten</translation>
    </message>
    <message>
        <source>Their sum</source>
        <translation>Ihre Summe</translation>
    </message>
    <message>
        <source>Path {k} of {n} to {output}</source>
        <translation>Pfad {k} von {n} zu {output}</translation>
    </message>
    <message>
        <source>{n} paths lead to {output}; their products add up</source>
        <translation>{n} Pfade führen zu {output}; ihre Produkte addieren sich</translation>
    </message>
    <message>
        <source>All the way to {output}</source>
        <translation>Der ganze Weg zu {output}</translation>
    </message>
    <message>
        <source>over {n} edges</source>
        <translation>über {n} Kanten</translation>
    </message>
    <message>
        <source>No path leads to {output}</source>
        <translation>Kein Pfad führt zu {output}</translation>
    </message>
    <message>
        <source>and 0 of every other leaf</source>
        <translation>und 0 für jedes andere Blatt</translation>
    </message>
    <message>
        <source>of this entry by itself, and 0 for every other</source>
        <translation>dieses Eintrags nach sich selbst, und 0 für jeden anderen</translation>
    </message>
    <message>
        <source>it does not depend on the leaf</source>
        <translation>hängt nicht vom Blatt ab</translation>
    </message>
    <message>
        <source>the sum over {n} inputs</source>
        <translation>die Summe über {n} Eingaben</translation>
    </message>
    <message>
        <source>value, forward →</source>
        <translation>Wert, vorwärts →</translation>
    </message>
    <message>
        <source>forward too, ∂(this value)/∂{leaf} →</source>
        <translation>auch vorwärts, ∂(dieser Wert)/∂{leaf} →</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstante</translation>
    </message>
    <message>
        <source>weight, bias, variable</source>
        <translation>Gewicht, Bias, Variable</translation>
    </message>
    <message>
        <source>data, placeholder, variable</source>
        <translation>Daten, Platzhalter, Variable</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>plus, sum</source>
        <translation>plus, Summe</translation>
    </message>
    <message>
        <source>times, product</source>
        <translation>mal, Produkt</translation>
    </message>
    <message>
        <source>minus, difference</source>
        <translation>minus, Differenz</translation>
    </message>
    <message>
        <source>over, quotient, fraction</source>
        <translation>durch, geteilt, Quotient, Bruch</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>minus</translation>
    </message>
    <message>
        <source>root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>logistic</source>
        <translation>logistisch</translation>
    </message>
    <message>
        <source>natural logarithm, ln</source>
        <translation>natürlicher Logarithmus, ln</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>größer</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>kleiner</translation>
    </message>
    <message>
        <source>quadratic cost, MSE</source>
        <translation>quadratische Kosten, MSE</translation>
    </message>
    <message>
        <source>classification cost</source>
        <translation>Kosten der Klassifikation</translation>
    </message>
    <message>
        <source>dot product, linear layer</source>
        <translation>Skalarprodukt, lineare Schicht</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Durchschnitt, Mittel</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>given</source>
        <translation>gegeben</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>type your own</source>
        <translation>selbst tippen</translation>
    </message>
    <message>
        <source>Own op {name}</source>
        <translation>Eigene Operation {name}</translation>
    </message>
    <message>
        <source>{name} is one name, not {product}</source>
        <translation>{name} ist ein Name, nicht {product}</translation>
    </message>
    <message>
        <source>the derivative of {op} is {value} at {place}</source>
        <translation>die Ableitung von {op} ist {value} bei {place}</translation>
    </message>
    <message>
        <source>NaN or infinity starts here</source>
        <translation>NaN oder Unendlich beginnt hier</translation>
    </message>
    <message>
        <source>{op} is {value} at {place}</source>
        <translation>{op} ist {value} bei {place}</translation>
    </message>
    <message>
        <source>{op} is {value}</source>
        <translation>{op} ist {value}</translation>
    </message>
    <message>
        <source>an entry of {op} is {value}</source>
        <translation>ein Eintrag von {op} ist {value}</translation>
    </message>
    <message>
        <source>a derivative becomes NaN or infinite here</source>
        <translation>eine Ableitung wird hier NaN oder unendlich</translation>
    </message>
    <message>
        <source>{derivative} through {node}</source>
        <translation>{derivative} über {node}</translation>
    </message>
    <message>
        <source>an entry of the derivative of {op} is {value}</source>
        <translation>ein Eintrag der Ableitung von {op} ist {value}</translation>
    </message>
    <message>
        <source>the derivative of {op} by {by} is {value} at {place}</source>
        <translation>die Ableitung von {op} nach {by} ist {value} bei {place}</translation>
    </message>
    <message>
        <source>the sum over its edges is too large</source>
        <translation>die Summe über seine Kanten ist zu groß</translation>
    </message>
    <message>
        <source>{derivative} becomes {value} at {node}</source>
        <translation>{derivative} wird {value} bei {node}</translation>
    </message>
    <message>
        <source>an entry of the derivative of {op} by {by} is {value}</source>
        <translation>ein Eintrag der Ableitung von {op} nach {by} ist {value}</translation>
    </message>
    <message>
        <source>{derivative} is {value}: {reason}</source>
        <translation>{derivative} ist {value}: {reason}</translation>
    </message>
    <message>
        <source>{product} is too large</source>
        <translation>{product} ist zu groß</translation>
    </message>
    <message>
        <source>{reason}, and {product} is NaN</source>
        <translation>{reason}, und {product} ist NaN</translation>
    </message>
    <message>
        <source>forward {n} of {count}</source>
        <translation>vorwärts {n} von {count}</translation>
    </message>
    <message>
        <source>backward {n} of {count}</source>
        <translation>rückwärts {n} von {count}</translation>
    </message>
    <message>
        <source>Computation graph</source>
        <translation>Berechnungsgraph</translation>
    </message>
    <message>
        <source>through</source>
        <translation>über</translation>
    </message>
    <message>
        <source>{text} is right</source>
        <translation>{text} ist richtig</translation>
    </message>
    <message>
        <source>{text} is not it: try again</source>
        <translation>{text} ist es nicht: noch einmal</translation>
    </message>
    <message>
        <source>All {n} are found.</source>
        <translation>Alle {n} sind gefunden.</translation>
    </message>
    <message>
        <source>← backward, ∂{output}/∂(this value)</source>
        <translation>← rückwärts, ∂{output}/∂(dieser Wert)</translation>
    </message>
    <message>
        <source>computing was given up, so there are no numbers</source>
        <translation>das Rechnen wurde abgebrochen, darum gibt es keine Zahlen</translation>
    </message>
    <message>
        <source>the output must be a single number, and {output} has the shape {shape}: put a sum or a mean behind it</source>
        <translation>die Ausgabe muss eine einzelne Zahl sein, {output} hat aber die Form {shape}: eine Summe oder einen Mittelwert dahinter setzen</translation>
    </message>
    <message>
        <source>a slider needs three finite numbers</source>
        <translation>ein Schieberegler braucht drei endliche Zahlen</translation>
    </message>
    <message>
        <source>a slider begins below its end</source>
        <translation>ein Schieberegler beginnt unterhalb seines Endes</translation>
    </message>
    <message>
        <source>a slider’s step lies between 0 and its length</source>
        <translation>der Schritt eines Schiebereglers liegt zwischen 0 und seiner Länge</translation>
    </message>
    <message>
        <source>a slider has at most a million steps</source>
        <translation>ein Schieberegler hat höchstens eine Million Schritte</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Reset training</source>
        <translation>Training zurücksetzen</translation>
    </message>
    <message>
        <source>‘{name}’ cannot be a name: a letter, then letters, digits or _, such as w_1</source>
        <translation>‚{name}‘ kann kein Name sein: ein Buchstabe, dann Buchstaben, Ziffern oder _, wie w_1</translation>
    </message>
    <message>
        <source>‘{name}’ is a formula, not a name; a label may be written so</source>
        <translation>‚{name}‘ ist eine Formel, kein Name; als Beschriftung geht es</translation>
    </message>
    <message>
        <source>{number} or {other}</source>
        <translation>{number} oder {other}</translation>
    </message>
    <message>
        <source>type a number, or rows of numbers such as [1, 2; 3, 4]</source>
        <translation>eine Zahl tippen, oder Zeilen von Zahlen wie [1, 2; 3, 4]</translation>
    </message>
    <message>
        <source>a column of numbers is {column}</source>
        <translation>eine Spalte von Zahlen ist {column}</translation>
    </message>
    <message>
        <source>rows are divided by ‘;’ or stand in brackets, not both</source>
        <translation>Zeilen trennt ‚;‘, oder sie stehen in Klammern, nicht beides</translation>
    </message>
    <message>
        <source>nothing closes the ‘{bracket}’ at character {place}</source>
        <translation>nichts schließt die ‚{bracket}‘ bei Zeichen {place}</translation>
    </message>
    <message>
        <source>‘{text}’ is no entry: a comma and a blank divide, so a thousand is 1000</source>
        <translation>‚{text}‘ ist kein Eintrag: Komma und Leerzeichen trennen, tausend ist also 1000</translation>
    </message>
    <message>
        <source>this array is too long to be typed</source>
        <translation>dieses Array ist zu lang zum Tippen</translation>
    </message>
    <message>
        <source>‘{text}’ may be one number or two; write {number}, or {apart} for two</source>
        <translation>‚{text}‘ kann eine Zahl sein oder zwei; {number} schreiben, oder {apart} für zwei</translation>
    </message>
    <message>
        <source>a ‘{opened}’ ends with ‘{end}’, not with ‘{bracket}’ at character {place}</source>
        <translation>‚{opened}‘ endet mit ‚{end}‘, nicht mit ‚{bracket}‘ bei Zeichen {place}</translation>
    </message>
    <message>
        <source>the ‘{bracket}’ at character {place} closes nothing</source>
        <translation>die ‚{bracket}‘ bei Zeichen {place} schließt nichts</translation>
    </message>
    <message>
        <source>the table’s rows differ in length: row {row} has {some}, the first {all}</source>
        <translation>die Zeilen der Tabelle sind verschieden lang: Zeile {row} hat {some}, die erste {all}</translation>
    </message>
    <message>
        <source>row {row}, cell {cell}: {reason}</source>
        <translation>Zeile {row}, Zelle {cell}: {reason}</translation>
    </message>
    <message>
        <source>‘{text}’ is no number: nothing is divided by 0</source>
        <translation>‚{text}‘ ist keine Zahl: durch 0 wird nicht geteilt</translation>
    </message>
    <message>
        <source>write an array as rows of equal length, such as [1, 2; 3, 4]</source>
        <translation>ein Array als Zeilen gleicher Länge schreiben, wie [1, 2; 3, 4]</translation>
    </message>
    <message>
        <source>‘{text}’ is too large for a number</source>
        <translation>‚{text}‘ ist zu groß für eine Zahl</translation>
    </message>
    <message>
        <source>; write {number}</source>
        <translation>; {number} schreiben</translation>
    </message>
    <message>
        <source>a cell of row {row} of the table is empty</source>
        <translation>eine Zelle der Zeile {row} der Tabelle ist leer</translation>
    </message>
    <message>
        <source>{n} times ten to the {k}</source>
        <translation>{n} mal zehn hoch {k}</translation>
    </message>
    <message>
        <source>minus </source>
        <translation>minus </translation>
    </message>
    <message>
        <source>a number from {least} to {most} is meant</source>
        <translation>gemeint ist eine Zahl von {least} bis {most}</translation>
    </message>
    <message>
        <source>a number with {n} decimals at most is meant</source>
        <translation>gemeint ist eine Zahl mit höchstens {n} Nachkommastellen</translation>
    </message>
    <message>
        <source>‘{text}’ is not a whole number</source>
        <translation>‚{text}‘ ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Unsaved work is not kept for a crash: {}</source>
        <translation>Ungespeicherte Arbeit wird nicht gegen Abstürze gesichert: {}</translation>
    </message>
    <message>
        <source>Own ops that cannot be read are left out: {reason}</source>
        <translation>Eigene Operationen, die nicht gelesen werden können, fehlen: {reason}</translation>
    </message>
    <message>
        <source>Derivative along {edge}</source>
        <translation>Ableitung entlang {edge}</translation>
    </message>
    <message>
        <source>the quiz rests while this is shown; it goes on from its panel</source>
        <translation>das Quiz ruht, solange dies gezeigt wird; es geht in seinem Bereich weiter</translation>
    </message>
    <message>
        <source>{file} was changed or removed since; this work is kept apart from it.</source>
        <translation>{file} wurde seither geändert oder entfernt; diese Arbeit bleibt davon getrennt.</translation>
    </message>
    <message>
        <source>“{title}” cannot be recovered:</source>
        <translation>„{title}“ lässt sich nicht wiederherstellen:</translation>
    </message>
    <message>
        <source>Bump</source>
        <translation>Anstoßen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Addition</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Arithmetik</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Multiplikation</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>Subtraktion</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>Negate</source>
        <translation>Negation</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Potenz</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>Quadratwurzel</translation>
    </message>
    <message>
        <source>Matrix product</source>
        <translation>Matrixprodukt</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>Arrays</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>Transponierte</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Log softmax</source>
        <translation>Log-Softmax</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentialfunktion</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>Logarithmus</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>Sinus</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Quadratischer Fehler</translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>the text computes nothing: write an expression such as J = w*x</source>
        <translation>der Text berechnet nichts: einen Ausdruck schreiben, etwa J = w*x</translation>
    </message>
    <message>
        <source>{name} is given a value but nothing uses it</source>
        <translation>{name} bekommt einen Wert, aber nichts verwendet ihn</translation>
    </message>
    <message>
        <source>{name} is given two values</source>
        <translation>{name} bekommt zwei Werte</translation>
    </message>
    <message>
        <source>; write {meant}</source>
        <translation>; {meant} schreiben</translation>
    </message>
    <message>
        <source>, or write exp(x) for e^x</source>
        <translation>, oder für e^x exp(x) schreiben</translation>
    </message>
    <message>
        <source>, or write {meant}</source>
        <translation>, oder {meant} schreiben</translation>
    </message>
    <message>
        <source>, or write {product} for a product</source>
        <translation>, oder für ein Produkt {product} schreiben</translation>
    </message>
    <message>
        <source>there is no expression</source>
        <translation>da ist kein Ausdruck</translation>
    </message>
    <message>
        <source>{name} is computed by the text, so it cannot be given a value</source>
        <translation>{name} wird vom Text berechnet und kann keinen Wert bekommen</translation>
    </message>
    <message>
        <source>{name} is assigned twice</source>
        <translation>{name} wird zweimal zugewiesen</translation>
    </message>
    <message>
        <source>one '=' is enough</source>
        <translation>ein ‚=‘ genügt</translation>
    </message>
    <message>
        <source>nothing follows '{name} ='</source>
        <translation>nach ‚{name} =‘ folgt nichts</translation>
    </message>
    <message>
        <source>{user} uses {name} before it is computed</source>
        <translation>{user} verwendet {name}, bevor es berechnet ist</translation>
    </message>
    <message>
        <source>{name} has no value: add {name}=NUMBER</source>
        <translation>{name} hat keinen Wert: {name}=ZAHL hinzufügen</translation>
    </message>
    <message>
        <source>{name} is listed as a parameter but has no value</source>
        <translation>{name} ist als Parameter genannt, hat aber keinen Wert</translation>
    </message>
    <message>
        <source>give each formula a name: a = w*x; b = a + 1</source>
        <translation>jeder Formel einen Namen geben: a = w*x; b = a + 1</translation>
    </message>
    <message>
        <source>{name} would depend on itself: {path}</source>
        <translation>{name} würde von sich selbst abhängen: {path}</translation>
    </message>
    <message>
        <source>; an entry of an array is no node: give it a leaf of its own, such as x_0</source>
        <translation>; ein Eintrag eines Arrays ist kein Knoten: ihm ein eigenes Blatt geben, etwa x_0</translation>
    </message>
    <message>
        <source>; brackets are ( and )</source>
        <translation>; Klammern sind ( und )</translation>
    </message>
    <message>
        <source>; its inverse is {inverse}(…), and for 1/{op} write 1/{op}(…)</source>
        <translation>; die Umkehrung ist {inverse}(…), und für 1/{op} 1/{op}(…) schreiben</translation>
    </message>
    <message>
        <source>; {op} has no inverse here, and for 1/{op} write 1/{op}(…)</source>
        <translation>; {op} hat hier keine Umkehrung, und für 1/{op} 1/{op}(…) schreiben</translation>
    </message>
    <message>
        <source>a whole number, such as axis=0</source>
        <translation>eine ganze Zahl, etwa axis=0</translation>
    </message>
    <message>
        <source>a whole number or several, such as axis=0 or axis=[0, 1]</source>
        <translation>eine ganze Zahl oder mehrere, etwa axis=0 oder axis=[0, 1]</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number, such as slope=0.2</source>
        <translation>eine Zahl, etwa slope=0.2</translation>
    </message>
    <message>
        <source>a '{opened}' ends with '{end}', not with '{sign}'</source>
        <translation>eine ‚{opened}‘ endet mit ‚{end}‘, nicht mit ‚{sign}‘</translation>
    </message>
    <message>
        <source>nothing closes the '{sign}' after {name}</source>
        <translation>nichts schließt die ‚{sign}‘ nach {name}</translation>
    </message>
    <message>
        <source>nothing closes the '{sign}'</source>
        <translation>nichts schließt die ‚{sign}‘</translation>
    </message>
    <message>
        <source>this '{sign}' closes nothing</source>
        <translation>diese ‚{sign}‘ schließt nichts</translation>
    </message>
    <message>
        <source>with its ops written out the expression is longer than {n} bytes</source>
        <translation>mit ausgeschriebenen Operationen ist der Ausdruck länger als {n} Bytes</translation>
    </message>
    <message>
        <source>{name} takes one argument, not {given}</source>
        <translation>{name} nimmt ein Argument, nicht {given}</translation>
    </message>
    <message>
        <source>{name} takes {n} arguments, not {given}</source>
        <translation>{name} nimmt {n} Argumente, nicht {given}</translation>
    </message>
    <message>
        <source>for x ≥ 0 write x^(1/3), which is NaN where x is negative</source>
        <translation>für x ≥ 0 x^(1/3) schreiben, das NaN ist, wo x negativ ist</translation>
    </message>
    <message>
        <source>LaTeX is not read: write such as (w*x + b)^2/2</source>
        <translation>LaTeX wird nicht gelesen: etwa (w*x + b)^2/2 schreiben</translation>
    </message>
    <message>
        <source>a name and its value have a '=': w = 2</source>
        <translation>zwischen einem Namen und seinem Wert steht ein ‚=‘: w = 2</translation>
    </message>
    <message>
        <source>; there is no op for a remainder</source>
        <translation>; für den Rest einer Division gibt es keine Operation</translation>
    </message>
    <message>
        <source>; Python is not run: write such as (w*x + b)^2/2</source>
        <translation>; Python wird nicht ausgeführt: etwa (w*x + b)^2/2 schreiben</translation>
    </message>
    <message>
        <source>relu(x) or max(a, b)</source>
        <translation>relu(x) oder max(a, b)</translation>
    </message>
    <message>
        <source>divide several formulas by ';'</source>
        <translation>mehrere Formeln durch ‚;‘ trennen</translation>
    </message>
    <message>
        <source>write * for a product, and exp(x) without what is before it</source>
        <translation>für ein Produkt * schreiben, und exp(x) ohne das davor</translation>
    </message>
    <message>
        <source>a matrix is transposed by transpose(x), a node of its own</source>
        <translation>eine Matrix wird durch transpose(x) transponiert, einen eigenen Knoten</translation>
    </message>
    <message>
        <source>a name has letters, digits and _ alone</source>
        <translation>ein Name hat nur Buchstaben, Ziffern und _</translation>
    </message>
    <message>
        <source>call it W1, and give it the label W^[1]</source>
        <translation>W1 nennen und mit W^[1] beschriften</translation>
    </message>
    <message>
        <source>call it W1, and give it the label W^(1)</source>
        <translation>W1 nennen und mit W^(1) beschriften</translation>
    </message>
    <message>
        <source>rows of numbers are a leaf's value</source>
        <translation>Zeilen von Zahlen sind der Wert eines Blatts</translation>
    </message>
    <message>
        <source>give it to a leaf, such as c = ∞, and write c</source>
        <translation>einem Blatt geben, etwa c = ∞, und c schreiben</translation>
    </message>
    <message>
        <source>5% is 0.05</source>
        <translation>5 % sind 0.05</translation>
    </message>
    <message>
        <source>write sum(x^2) for ‖x‖², and sqrt(sum(x^2)) for ‖x‖</source>
        <translation>für ‖x‖² sum(x^2) schreiben, für ‖x‖ sqrt(sum(x^2))</translation>
    </message>
    <message>
        <source>write it without quotes</source>
        <translation>ohne Anführungszeichen schreiben</translation>
    </message>
    <message>
        <source>between two bars stands what abs(x) is of</source>
        <translation>zwischen zwei Strichen steht, wovon abs(x) den Betrag nimmt</translation>
    </message>
    <message>
        <source>a product of matrices is a node of its own</source>
        <translation>ein Produkt von Matrizen ist ein eigener Knoten</translation>
    </message>
    <message>
        <source>; write {meant} to multiply</source>
        <translation>; zum Multiplizieren {meant} schreiben</translation>
    </message>
    <message>
        <source>; there is none</source>
        <translation>; es gibt sie nicht</translation>
    </message>
    <message>
        <source>; rows of numbers are a leaf's value, such as w = [1, 2]</source>
        <translation>; Zeilen von Zahlen sind der Wert eines Blatts, etwa w = [1, 2]</translation>
    </message>
    <message>
        <source>; {op} takes a whole array: make it of nodes, {made}</source>
        <translation>; {op} nimmt ein ganzes Array: aus Knoten bilden, {made}</translation>
    </message>
    <message>
        <source>; {op} takes a whole array and is a node of its own</source>
        <translation>; {op} nimmt ein ganzes Array und ist ein eigener Knoten</translation>
    </message>
    <message>
        <source>; write {product} to multiply, or make {name} an op of your own</source>
        <translation>; zum Multiplizieren {product} schreiben, oder {name} zu einer eigenen Operation machen</translation>
    </message>
    <message>
        <source>; write {product} to multiply, or {matrices} for matrices</source>
        <translation>; zum Multiplizieren {product} schreiben, bei Matrizen {matrices}</translation>
    </message>
    <message>
        <source>{name} would be the name of a new leaf; write {meant}</source>
        <translation>{name} wäre der Name eines neuen Blatts; {meant} schreiben</translation>
    </message>
    <message>
        <source>{typed} would be a quotient of two new leaves; </source>
        <translation>{typed} wäre ein Quotient zweier neuer Blätter; </translation>
    </message>
    <message>
        <source>; there is no op for the largest entry of an array</source>
        <translation>; für den größten Eintrag eines Arrays gibt es keine Operation</translation>
    </message>
    <message>
        <source>; there is no op for the smallest entry of an array</source>
        <translation>; für den kleinsten Eintrag eines Arrays gibt es keine Operation</translation>
    </message>
    <message>
        <source>{name} takes two or more arguments, not {given}</source>
        <translation>{name} nimmt zwei oder mehr Argumente, nicht {given}</translation>
    </message>
    <message>
        <source>{name} takes two arguments, not {given}</source>
        <translation>{name} nimmt zwei Argumente, nicht {given}</translation>
    </message>
    <message>
        <source>an expression may be at most {n} bytes long</source>
        <translation>ein Ausdruck darf höchstens {n} Bytes lang sein</translation>
    </message>
    <message>
        <source>the expression is more than {n} operations deep: {text}</source>
        <translation>der Ausdruck ist mehr als {n} Operationen tief: {text}</translation>
    </message>
    <message>
        <source>expected a number, a name or '('</source>
        <translation>hier fehlt eine Zahl, ein Name oder ‚(‘</translation>
    </message>
    <message>
        <source>unknown function {name}</source>
        <translation>unbekannte Funktion {name}</translation>
    </message>
    <message>
        <source>{op} takes no '{name}'</source>
        <translation>{op} nimmt kein ‚{name}‘</translation>
    </message>
    <message>
        <source>in a formula {op} is not told its {name}</source>
        <translation>in einer Formel bekommt {op} kein {name}</translation>
    </message>
    <message>
        <source>{name} is given twice</source>
        <translation>{name} ist zweimal angegeben</translation>
    </message>
    <message>
        <source>{name} is {what}</source>
        <translation>{name} ist {what}</translation>
    </message>
    <message>
        <source>{sign} has no meaning in an expression</source>
        <translation>{sign} hat in einem Ausdruck keine Bedeutung</translation>
    </message>
    <message>
        <source>this root may end before the power or behind it</source>
        <translation>diese Wurzel kann vor der Potenz enden oder dahinter</translation>
    </message>
    <message>
        <source>; and nothing closes its '('</source>
        <translation>; und nichts schließt ihre ‚(‘</translation>
    </message>
    <message>
        <source>; give it a node of its own</source>
        <translation>; ihm einen eigenen Knoten geben</translation>
    </message>
    <message>
        <source>; write √(x^2) or (√x)^2</source>
        <translation>; √(x^2) oder (√x)^2 schreiben</translation>
    </message>
    <message>
        <source>nothing stands in these brackets</source>
        <translation>in diesen Klammern steht nichts</translation>
    </message>
    <message>
        <source>{what} at character {n}: {text}</source>
        <translation>{what}, bei Zeichen {n}: {text}</translation>
    </message>
    <message>
        <source>{x} transposed is {called}</source>
        <translation>{x} transponiert ist {called}</translation>
    </message>
    <message>
        <source>{sign} is a node here: write {product} to multiply, or {called}</source>
        <translation>{sign} ist hier ein Knoten: zum Multiplizieren {product} schreiben, sonst {called}</translation>
    </message>
    <message>
        <source>{typed} is a power: write {product}, or {power}</source>
        <translation>{typed} ist eine Potenz: {product} oder {power} schreiben</translation>
    </message>
    <message>
        <source>what stands behind an index is no part of it: write {product}</source>
        <translation>was hinter einem Index steht, gehört nicht dazu: {product} schreiben</translation>
    </message>
    <message>
        <source>, so write {product}; for single numbers {numbers}</source>
        <translation>, also {product} schreiben; für einzelne Zahlen {numbers}</translation>
    </message>
    <message>
        <source>{name} is no name, and no number that an expression has: </source>
        <translation>{name} ist kein Name und keine Zahl, die ein Ausdruck hat: </translation>
    </message>
    <message>
        <source>give it to a leaf, such as c = {number}, and write c</source>
        <translation>einem Blatt geben, etwa c = {number}, und c schreiben</translation>
    </message>
    <message>
        <source>expected an operator such as '+' or '*'</source>
        <translation>hier fehlt ein Operator wie ‚+‘ oder ‚*‘</translation>
    </message>
    <message>
        <source>a comma stands between the arguments of a function, nowhere else</source>
        <translation>ein Komma steht zwischen den Argumenten einer Funktion, sonst nirgends</translation>
    </message>
    <message>
        <source>nested more than {n} levels deep</source>
        <translation>mehr als {n} Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>several formulas are divided by ';', not ','</source>
        <translation>mehrere Formeln werden durch ‚;‘ getrennt, nicht durch ‚,‘</translation>
    </message>
    <message>
        <source>a number takes a point, such as 0.5, and not the comma</source>
        <translation>eine Zahl hat einen Punkt, etwa 0.5, und kein Komma</translation>
    </message>
    <message>
        <source>; write * between both to multiply</source>
        <translation>; zum Multiplizieren * dazwischen schreiben</translation>
    </message>
    <message>
        <source>the expression is empty</source>
        <translation>der Ausdruck ist leer</translation>
    </message>
    <message>
        <source>{what} at the end: {text}</source>
        <translation>{what}, am Ende: {text}</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>die Zahl ist zu groß</translation>
    </message>
    <message>
        <source>the graph</source>
        <translation>der Graph</translation>
    </message>
    <message>
        <source>it is a folder, not a file</source>
        <translation>es ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>{reason}, more than could be opened again</source>
        <translation>{reason}, mehr als wieder geöffnet werden könnte</translation>
    </message>
    <message>
        <source>cannot be written: {reason}</source>
        <translation>kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>{name} holds what is no finite number, text or list of them</source>
        <translation>{name} enthält etwas, das weder eine endliche Zahl noch ein Text noch eine Liste davon ist</translation>
    </message>
    <message>
        <source>the value of {name}</source>
        <translation>der Wert von {name}</translation>
    </message>
    <message>
        <source>there is no node named {name}</source>
        <translation>es gibt keinen Knoten namens {name}</translation>
    </message>
    <message>
        <source>graph.format: expected "chainrule"; this is not a Chainrule file</source>
        <translation>graph.format: "chainrule" erwartet; das ist keine Chainrule-Datei</translation>
    </message>
    <message>
        <source>{n} are more than the {most} a file may have</source>
        <translation>{n} sind mehr als die {most}, die eine Datei haben darf</translation>
    </message>
    <message>
        <source>expected the number of an input port</source>
        <translation>die Nummer einer Eingabe erwartet</translation>
    </message>
    <message>
        <source>expected a text that is not empty</source>
        <translation>ein Text erwartet, der nicht leer ist</translation>
    </message>
    <message>
        <source>this is no graph: it has no nodes and edges</source>
        <translation>das ist kein Graph: Knoten und Kanten fehlen</translation>
    </message>
    <message>
        <source>this is not a Chainrule file: graph is missing</source>
        <translation>das ist keine Chainrule-Datei: graph fehlt</translation>
    </message>
    <message>
        <source>graph.version: {version} is newer than this program reads ({known}); please update Chainrule</source>
        <translation>graph.version: {version} ist neuer, als dieses Programm liest ({known}); bitte Chainrule aktualisieren</translation>
    </message>
    <message>
        <source>is missing; {op} {name} needs one</source>
        <translation>fehlt; {op} {name} braucht einen Wert</translation>
    </message>
    <message>
        <source>expected a whole number from 1</source>
        <translation>eine ganze Zahl ab 1 erwartet</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>ein Objekt erwartet</translation>
    </message>
    <message>
        <source>expected true</source>
        <translation>true erwartet</translation>
    </message>
    <message>
        <source>expected a text</source>
        <translation>ein Text erwartet</translation>
    </message>
    <message>
        <source>{name}: micrograd knows single numbers only; choose numpy instead</source>
        <translation>{name}: micrograd kennt nur einzelne Zahlen; stattdessen NumPy wählen</translation>
    </message>
    <message>
        <source>{name} or its derivative is not finite, which plain Python cannot compute with; choose numpy instead</source>
        <translation>{name} oder seine Ableitung ist nicht endlich, und damit kann Python allein nicht rechnen; stattdessen NumPy wählen</translation>
    </message>
    <message>
        <source>{name} is an array: micrograd knows single numbers only; choose numpy instead</source>
        <translation>{name} ist ein Array: micrograd kennt nur einzelne Zahlen; stattdessen NumPy wählen</translation>
    </message>
    <message>
        <source>micrograd shuffles the rows of {n} steps at most; choose numpy instead</source>
        <translation>micrograd mischt die Zeilen von höchstens {n} Schritten; stattdessen NumPy wählen</translation>
    </message>
    <message>
        <source>{name} changes with no parameter: there is nothing to train</source>
        <translation>{name} ändert sich mit keinem Parameter: es gibt nichts zu trainieren</translation>
    </message>
    <message>
        <source>; 'chainrule new --from FILE -o OUT' makes a graph of a model or of node-link JSON</source>
        <translation>; 'chainrule new --from DATEI -o ZIEL' macht aus einem Modell oder Node-Link-JSON einen Graphen</translation>
    </message>
    <message>
        <source>; 'chainrule new --from-torch MODULE:NAME -o OUT' makes a graph of a model's code</source>
        <translation>; 'chainrule new --from-torch MODUL:NAME -o ZIEL' macht aus dem Code eines Modells einen Graphen</translation>
    </message>
    <message>
        <source>; a table is data to train with: open it in the panel Train, or by --data</source>
        <translation>; eine Tabelle enthält Daten zum Trainieren: unter Trainieren öffnen, oder mit --data</translation>
    </message>
    <message>
        <source>a graph is saved as .chainrule; to have it as {suffix}, export it</source>
        <translation>ein Graph wird als .chainrule gespeichert; als {suffix} wird er exportiert</translation>
    </message>
    <message>
        <source>Python has a {name} of its own, and needs it: name it otherwise</source>
        <translation>Python hat ein eigenes {name} und braucht es: anders nennen</translation>
    </message>
    <message>
        <source>the program needs {name} and would find itself: name it otherwise</source>
        <translation>das Programm braucht {name} und fände sich selbst: anders nennen</translation>
    </message>
    <message>
        <source>a name in double quotes is missing</source>
        <translation>ein Name in doppelten Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>ein Doppelpunkt fehlt</translation>
    </message>
    <message>
        <source>a comma or a closing bracket is missing</source>
        <translation>ein Komma oder eine schließende Klammer fehlt</translation>
    </message>
    <message>
        <source>there is a comma too many</source>
        <translation>da ist ein Komma zu viel</translation>
    </message>
    <message>
        <source>a text begins here and its closing quote is missing</source>
        <translation>hier beginnt ein Text, und das schließende Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>a text runs on over the end of its line</source>
        <translation>ein Text geht über das Ende der Zeile hinaus</translation>
    </message>
    <message>
        <source>no such character can follow a backslash</source>
        <translation>ein solches Zeichen kann nicht auf einen Backslash folgen</translation>
    </message>
    <message>
        <source>the graph ends before this</source>
        <translation>der Graph endet vorher</translation>
    </message>
    <message>
        <source>damaged or cut off at line {line}, column {column}: {what}</source>
        <translation>beschädigt oder abgeschnitten in Zeile {line}, Spalte {column}: {what}</translation>
    </message>
    <message>
        <source>{word} is not a number in JSON; write "{word}", in quotes</source>
        <translation>{word} ist in JSON keine Zahl; "{word}" schreiben, in Anführungszeichen</translation>
    </message>
    <message>
        <source>holds half of a surrogate pair, which is no character</source>
        <translation>enthält ein halbes Surrogatpaar, das kein Zeichen ist</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>from byte {n} on this is no text in UTF-8: damaged, or the file of another program</source>
        <translation>ab Byte {n} ist das kein Text in UTF-8: beschädigt, oder die Datei eines anderen Programms</translation>
    </message>
    <message>
        <source>the file is larger than {n} MB</source>
        <translation>die Datei ist größer als {n} MB</translation>
    </message>
    <message>
        <source>holds more than {lists} lists and objects or {entries} entries</source>
        <translation>enthält mehr als {lists} Listen und Objekte oder {entries} Einträge</translation>
    </message>
    <message>
        <source>the key {name} appears twice</source>
        <translation>der Schlüssel {name} kommt zweimal vor</translation>
    </message>
    <message>
        <source>a number has too many digits</source>
        <translation>eine Zahl hat zu viele Ziffern</translation>
    </message>
    <message>
        <source>this is text, but no graph</source>
        <translation>das ist Text, aber kein Graph</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an array may have at most {most} entries</source>
        <translation>ein Array darf höchstens {most} Einträge haben</translation>
    </message>
    <message>
        <source>expected a number, found {what}</source>
        <translation>eine Zahl erwartet, gefunden wurde {what}</translation>
    </message>
    <message>
        <source>an array may have at most {most} dimensions</source>
        <translation>ein Array darf höchstens {most} Dimensionen haben</translation>
    </message>
    <message>
        <source>the text {text}</source>
        <translation>der Text {text}</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>has length {n} where the others have {length}</source>
        <translation>hat die Länge {n}, die anderen haben {length}</translation>
    </message>
    <message>
        <source>lists and numbers are mixed</source>
        <translation>Listen und Zahlen stehen durcheinander</translation>
    </message>
    <message>
        <source>expected an object with nodes and edges, as networkx writes it</source>
        <translation>ein Objekt mit nodes und edges erwartet, wie networkx es schreibt</translation>
    </message>
    <message>
        <source>the graph has no directions, so nothing says what feeds what</source>
        <translation>der Graph ist ungerichtet, und nichts sagt, was wohin führt</translation>
    </message>
    <message>
        <source>expected an object with source and target</source>
        <translation>ein Objekt mit source und target erwartet</translation>
    </message>
    <message>
        <source>expected an object with an id</source>
        <translation>ein Objekt mit id erwartet</translation>
    </message>
    <message>
        <source>PowerPoint or ZIP</source>
        <translation>PowerPoint- oder ZIP</translation>
    </message>
    <message>
        <source>the graph in the {kind} is damaged: {what}</source>
        <translation>der Graph im {kind} ist beschädigt: {what}</translation>
    </message>
    <message>
        <source>the PNG has more than {n} parts</source>
        <translation>das PNG hat mehr als {n} Teile</translation>
    </message>
    <message>
        <source>the graph in the {kind} is larger than {n} MB</source>
        <translation>der Graph im {kind} ist größer als {n} MB</translation>
    </message>
    <message>
        <source>this SVG holds no graph; was it written anew by another program? Only an SVG as Chainrule exported it opens as a graph</source>
        <translation>dieses SVG enthält keinen Graphen; hat ein anderes Programm es neu geschrieben? Nur ein SVG, wie Chainrule es exportiert hat, lässt sich als Graph öffnen</translation>
    </message>
    <message>
        <source>a {kind} file holds no graph; of the pictures, PNG and SVG can</source>
        <translation>eine {kind}-Datei enthält keinen Graphen; von den Bildern können das PNG und SVG</translation>
    </message>
    <message>
        <source>this PNG holds no graph; was it written anew by another program? Only a PNG as Chainrule exported it opens as a graph</source>
        <translation>dieses PNG enthält keinen Graphen; hat ein anderes Programm es neu geschrieben? Nur ein PNG, wie Chainrule es exportiert hat, lässt sich als Graph öffnen</translation>
    </message>
    <message>
        <source>its chunk is too short</source>
        <translation>sein Abschnitt ist zu kurz</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>das Ende fehlt</translation>
    </message>
    <message>
        <source>the PNG is cut off, and no graph stands before its end</source>
        <translation>das PNG ist abgeschnitten, und davor steht kein Graph</translation>
    </message>
    <message>
        <source>a text in the PNG is larger than {n} MB</source>
        <translation>ein Text im PNG ist größer als {n} MB</translation>
    </message>
    <message>
        <source>its checksum is another one</source>
        <translation>die Prüfsumme ist eine andere</translation>
    </message>
    <message>
        <source>it cannot be unpacked</source>
        <translation>er lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>it is not base64</source>
        <translation>er ist kein base64</translation>
    </message>
    <message>
        <source>less arrived on the disk than was written</source>
        <translation>auf der Platte kam weniger an, als geschrieben wurde</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>die Platte ist voll</translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation>das Kontingent auf der Platte ist aufgebraucht</translation>
    </message>
    <message>
        <source>the file is larger than this disk or user may have</source>
        <translation>die Datei ist größer, als diese Platte oder dieser Benutzer haben darf</translation>
    </message>
    <message>
        <source>no permission to write there</source>
        <translation>dort darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>die Platte ist schreibgeschützt</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>its symbolic links go in a circle</source>
        <translation>die symbolischen Verknüpfungen führen im Kreis</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>the file is read-only</source>
        <translation>die Datei ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the name is not one a file can have</source>
        <translation>so kann keine Datei heißen</translation>
    </message>
    <message>
        <source>the position of {name} must be two finite numbers</source>
        <translation>die Position von {name} muss aus zwei endlichen Zahlen bestehen</translation>
    </message>
    <message>
        <source>the label of {name} must be a text</source>
        <translation>die Beschriftung von {name} muss ein Text sein</translation>
    </message>
    <message>
        <source>a name must be a text</source>
        <translation>ein Name muss ein Text sein</translation>
    </message>
    <message>
        <source>a name cannot be empty</source>
        <translation>ein Name kann nicht leer sein</translation>
    </message>
    <message>
        <source>a name has {n} bytes; the most is {most}</source>
        <translation>ein Name hat {n} Bytes; höchstens {most} sind möglich</translation>
    </message>
    <message>
        <source>the name {name} holds a character that cannot be seen</source>
        <translation>der Name {name} enthält ein unsichtbares Zeichen</translation>
    </message>
    <message>
        <source>no attribute can be called {key}</source>
        <translation>kein Attribut kann {key} heißen</translation>
    </message>
    <message>
        <source>a name holds a character that is no character</source>
        <translation>ein Name enthält ein Zeichen, das keines ist</translation>
    </message>
    <message>
        <source>unknown op '{op}'</source>
        <translation>unbekannte Operation ‚{op}‘</translation>
    </message>
    <message>
        <source>{title} cannot be folded: a path leaves it and comes back: {path}</source>
        <translation>{title} lässt sich nicht einklappen: ein Pfad führt hinaus und wieder hinein: {path}</translation>
    </message>
    <message>
        <source>{n} are more than {most}</source>
        <translation>{n} sind mehr als {most}</translation>
    </message>
    <message>
        <source>have more than {most} members together</source>
        <translation>haben zusammen mehr als {most} Mitglieder</translation>
    </message>
    <message>
        <source>{name} is listed twice</source>
        <translation>{name} ist zweimal genannt</translation>
    </message>
    <message>
        <source>there is already a group {name}</source>
        <translation>es gibt schon eine Gruppe {name}</translation>
    </message>
    <message>
        <source>shares {name} with the group {other} and is not inside it</source>
        <translation>teilt sich {name} mit der Gruppe {other} und liegt nicht darin</translation>
    </message>
    <message>
        <source>is longer than {most} bytes</source>
        <translation>ist länger als {most} Bytes</translation>
    </message>
    <message>
        <source>expected a list of names</source>
        <translation>eine Liste von Namen erwartet</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>true oder false erwartet</translation>
    </message>
    <message>
        <source>a group has at least one</source>
        <translation>eine Gruppe hat mindestens eines</translation>
    </message>
    <message>
        <source>expected a text that can be seen</source>
        <translation>ein sichtbarer Text erwartet</translation>
    </message>
    <message>
        <source>a symbol has {most} characters at most</source>
        <translation>ein Symbol hat höchstens {most} Zeichen</translation>
    </message>
    <message>
        <source>a name has {most} characters at most</source>
        <translation>ein Name hat höchstens {most} Zeichen</translation>
    </message>
    <message>
        <source>{name} cannot be a name: a letter, then letters, digits or _, such as w_1</source>
        <translation>{name} kann kein Name sein: ein Buchstabe, dann Buchstaben, Ziffern oder _, etwa w_1</translation>
    </message>
    <message>
        <source>there is already an op {name}</source>
        <translation>es gibt schon eine Operation {name}</translation>
    </message>
    <message>
        <source>an op needs an input: a name in its formula</source>
        <translation>eine Operation braucht eine Eingabe: einen Namen in der Formel</translation>
    </message>
    <message>
        <source>{name}: this formula has no {input}, which has an edge</source>
        <translation>{name}: diese Formel hat keine {input}, die eine Kante hat</translation>
    </message>
    <message>
        <source>a node cannot feed itself</source>
        <translation>ein Knoten kann nicht in sich selbst führen</translation>
    </message>
    <message>
        <source>{source} already feeds the {input} of {target}</source>
        <translation>{source} führt schon in die {input} von {target}</translation>
    </message>
    <message>
        <source>the {input} of {target} already has an edge</source>
        <translation>die {input} von {target} hat schon eine Kante</translation>
    </message>
    <message>
        <source>{name} is a leaf ({op}): no edge leads into it</source>
        <translation>{name} ist ein Blatt ({op}): keine Kante führt hinein</translation>
    </message>
    <message>
        <source>{name} ({op}) has no {input}; it has 1 input</source>
        <translation>{name} ({op}) hat keine {input}; es hat 1 Eingabe</translation>
    </message>
    <message>
        <source>{name} ({op}) has no {input}; it has {n} inputs</source>
        <translation>{name} ({op}) hat keine {input}; es hat {n} Eingaben</translation>
    </message>
    <message>
        <source>{name} is a leaf, which is one of: {known}</source>
        <translation>{name} ist ein Blatt, und ein solches ist eines von: {known}</translation>
    </message>
    <message>
        <source>a node's op cannot be changed</source>
        <translation>die Operation eines Knotens lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>{name} computes its value, it has none set</source>
        <translation>{name} berechnet seinen Wert, keiner ist gesetzt</translation>
    </message>
    <message>
        <source>{n} nodes lead nowhere: {listed}; draw edges on from them, or choose one as the output</source>
        <translation>{n} Knoten führen nirgends hin: {listed}; Kanten von ihnen weiterziehen, oder einen als Ausgabe wählen</translation>
    </message>
    <message>
        <source>the graph is empty: there is no output</source>
        <translation>der Graph ist leer: es gibt keine Ausgabe</translation>
    </message>
    <message>
        <source>a lesson may have at most {most} texts</source>
        <translation>eine Lektion darf höchstens {most} Texte haben</translation>
    </message>
    <message>
        <source>longer than {most} letters</source>
        <translation>länger als {most} Zeichen</translation>
    </message>
    <message>
        <source>expected an object with pass, node and say</source>
        <translation>ein Objekt mit pass, node und say erwartet</translation>
    </message>
    <message>
        <source>expected given, forward or backward</source>
        <translation>given, forward oder backward erwartet</translation>
    </message>
    <message>
        <source>expected an object with about and texts</source>
        <translation>ein Objekt mit about und texts erwartet</translation>
    </message>
    <message>
        <source>write numbers only: {name} is a name</source>
        <translation>nur Zahlen schreiben: {name} ist ein Name</translation>
    </message>
    <message>
        <source>a quiz may have at most {most}</source>
        <translation>ein Quiz darf höchstens {most} haben</translation>
    </message>
    <message>
        <source>type a number, a fraction or an expression</source>
        <translation>eine Zahl, einen Bruch oder einen Ausdruck tippen</translation>
    </message>
    <message>
        <source>{text} is no finite number</source>
        <translation>{text} ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>expected "values" or "derivatives"</source>
        <translation>"values" oder "derivatives" erwartet</translation>
    </message>
    <message>
        <source>expected source, target and key</source>
        <translation>source, target und key erwartet</translation>
    </message>
    <message>
        <source>expected an object that says what to hide</source>
        <translation>ein Objekt erwartet, das unter hide sagt, was verborgen wird</translation>
    </message>
    <message>
        <source>expected a list of edges</source>
        <translation>eine Liste von Kanten erwartet</translation>
    </message>
    <message>
        <source>Network {sizes}, {n} parameters</source>
        <translation>Netz {sizes}, {n} Parameter</translation>
    </message>
    <message>
        <source>a network needs at least two layers of at least one unit: 2,3,1</source>
        <translation>ein Netz braucht mindestens zwei Schichten mit mindestens einer Einheit: 2,3,1</translation>
    </message>
    <message>
        <source>{n} numbers are too many; {most} fit</source>
        <translation>{n} Zahlen sind zu viele; {most} haben Platz</translation>
    </message>
    <message>
        <source>the cross-entropy needs arrays: it looks at all classes at once</source>
        <translation>die Kreuzentropie braucht Arrays: sie betrachtet alle Klassen zugleich</translation>
    </message>
    <message>
        <source>the formula of a neuron of {n} inputs would be too long; write every operation out, or choose arrays</source>
        <translation>die Formel eines Neurons mit {n} Eingaben würde zu lang; jede Operation ausschreiben oder Arrays wählen</translation>
    </message>
    <message>
        <source>written out in scalars this network has {n} nodes, and {most} fit; choose arrays</source>
        <translation>in Skalaren ausgeschrieben hat dieses Netz {n} Knoten, und {most} haben Platz; Arrays wählen</translation>
    </message>
    <message>
        <source>'{text}' is no size of a layer; write 784,128,10 or 20*3</source>
        <translation>‚{text}‘ ist keine Größe einer Schicht; 784,128,10 oder 20*3 schreiben</translation>
    </message>
    <message>
        <source>unknown activation '{name}'; known: {known}</source>
        <translation>unbekannte Aktivierung ‚{name}‘; bekannt: {known}</translation>
    </message>
    <message>
        <source>unknown loss '{name}'; known: {known}</source>
        <translation>unbekannte Kostenfunktion ‚{name}‘; bekannt: {known}</translation>
    </message>
    <message>
        <source>a batch has at least one example</source>
        <translation>ein Batch hat mindestens ein Beispiel</translation>
    </message>
    <message>
        <source>this network has {n} nodes, and {most} fit</source>
        <translation>dieses Netz hat {n} Knoten, und {most} haben Platz</translation>
    </message>
    <message>
        <source>a batch of several examples needs arrays</source>
        <translation>ein Batch aus mehreren Beispielen braucht Arrays</translation>
    </message>
    <message>
        <source>{n} layers are too many</source>
        <translation>{n} Schichten sind zu viele</translation>
    </message>
    <message>
        <source>the slope must be a number, not {slope}</source>
        <translation>die Steigung muss eine Zahl sein, nicht {slope}</translation>
    </message>
    <message>
        <source>the slope must be a finite number</source>
        <translation>die Steigung muss eine endliche Zahl sein</translation>
    </message>
    <message>
        <source>the slope is too large for a number</source>
        <translation>die Steigung ist zu groß für eine Zahl</translation>
    </message>
    <message>
        <source>there is no axis {axis} in {shape}</source>
        <translation>es gibt keine Achse {axis} in {shape}</translation>
    </message>
    <message>
        <source>the axis must be a whole number or a list of them, not {axis}</source>
        <translation>die Achse muss eine ganze Zahl oder eine Liste ganzer Zahlen sein, nicht {axis}</translation>
    </message>
    <message>
        <source>; its axes are {listed} and {last}</source>
        <translation>; die Achsen sind {listed} und {last}</translation>
    </message>
    <message>
        <source>{shapes} do not fit; it takes vectors and matrices</source>
        <translation>{shapes} passen nicht zusammen; es nimmt Vektoren und Matrizen</translation>
    </message>
    <message>
        <source>keepdims must be true or false, not {given}</source>
        <translation>keepdims muss true oder false sein, nicht {given}</translation>
    </message>
    <message>
        <source>the axes {axes} name one of {shape} twice</source>
        <translation>die Achsen {axes} nennen eine von {shape} zweimal</translation>
    </message>
    <message>
        <source>the axis must be a whole number, not {axis}</source>
        <translation>die Achse muss eine ganze Zahl sein, nicht {axis}</translation>
    </message>
    <message>
        <source>; its axis is 0</source>
        <translation>; die Achse ist 0</translation>
    </message>
    <message>
        <source>the formula uses '{name}', which is not among its inputs</source>
        <translation>die Formel verwendet ‚{name}‘, das nicht unter ihren Eingaben ist</translation>
    </message>
    <message>
        <source>the formula does not use its input '{name}'</source>
        <translation>die Formel verwendet ihre Eingabe ‚{name}‘ nicht</translation>
    </message>
    <message>
        <source>the inputs of a formula are a list of names</source>
        <translation>die Eingaben einer Formel sind eine Liste von Namen</translation>
    </message>
    <message>
        <source>the inputs of a formula must not repeat a name</source>
        <translation>die Eingaben einer Formel dürfen keinen Namen wiederholen</translation>
    </message>
    <message>
        <source>a formula needs its text, such as 'd^2/2'</source>
        <translation>eine Formel braucht ihren Text, etwa ‚d^2/2‘</translation>
    </message>
    <message>
        <source>logits {logits} and classes {classes} do not fit</source>
        <translation>Logits {logits} und Klassen {classes} passen nicht zusammen</translation>
    </message>
    <message>
        <source>classes must be whole numbers from 0 to {most}</source>
        <translation>Klassen müssen ganze Zahlen von 0 bis {most} sein</translation>
    </message>
    <message>
        <source>there is no class in logits {shape}</source>
        <translation>in Logits {shape} gibt es keine Klasse</translation>
    </message>
    <message>
        <source>{op} takes no attribute {key}</source>
        <translation>{op} nimmt kein Attribut {key}</translation>
    </message>
    <message>
        <source>epsilon must be a number other than 0, not {epsilon}</source>
        <translation>Epsilon muss eine andere Zahl als 0 sein, nicht {epsilon}</translation>
    </message>
    <message>
        <source>{name} has no value to bump</source>
        <translation>{name} hat keinen Wert zum Anstoßen</translation>
    </message>
    <message>
        <source>{shapes} do not fit</source>
        <translation>{shapes} passen nicht zusammen</translation>
    </message>
    <message>
        <source>depends on {cause}</source>
        <translation>hängt ab von {cause}</translation>
    </message>
    <message>
        <source>{name}, which has no value</source>
        <translation>{name}, das keinen Wert hat</translation>
    </message>
    <message>
        <source>the output must be a single number, and {name} has the shape {shape}: put a sum or a mean behind it</source>
        <translation>die Ausgabe muss eine einzelne Zahl sein, und {name} hat die Form {shape}: eine Summe oder einen Mittelwert dahinter setzen</translation>
    </message>
    <message>
        <source>{name} computes its value, only a leaf can be set</source>
        <translation>{name} berechnet seinen Wert, setzen lässt sich nur ein Blatt</translation>
    </message>
    <message>
        <source>{name} computes its value: choose a leaf</source>
        <translation>{name} berechnet seinen Wert: ein Blatt wählen</translation>
    </message>
    <message>
        <source>there is no room for {n} entries, made of {given}</source>
        <translation>für {n} Einträge, gemacht aus {given}, ist kein Platz</translation>
    </message>
    <message>
        <source>depends on {name}: {reason}</source>
        <translation>hängt ab von {name}: {reason}</translation>
    </message>
    <message>
        <source>the graph has a cycle</source>
        <translation>der Graph hat einen Zyklus</translation>
    </message>
    <message>
        <source>expected one of {known}</source>
        <translation>eines von {known} erwartet</translation>
    </message>
    <message>
        <source>expected a number from {least} to {most}</source>
        <translation>eine Zahl von {least} bis {most} erwartet</translation>
    </message>
    <message>
        <source>expected an object such as {such}</source>
        <translation>ein Objekt erwartet, etwa {such}</translation>
    </message>
    <message>
        <source>expected a positive number</source>
        <translation>eine positive Zahl erwartet</translation>
    </message>
    <message>
        <source>; the inputs are {listed}</source>
        <translation>; die Eingaben sind {listed}</translation>
    </message>
    <message>
        <source>a parameter</source>
        <translation>ein Parameter</translation>
    </message>
    <message>
        <source>a constant</source>
        <translation>eine Konstante</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <source>column {column}: there is no input named '{name}'</source>
        <translation>Spalte {column}: es gibt keine Eingabe namens ‚{name}‘</translation>
    </message>
    <message>
        <source>column {column}: {name} is {kind}, and only inputs take data</source>
        <translation>Spalte {column}: {name} ist {kind}, und nur Eingaben nehmen Daten</translation>
    </message>
    <message>
        <source>; the graph has no inputs</source>
        <translation>; der Graph hat keine Eingaben</translation>
    </message>
    <message>
        <source>column {column}: {name} has several columns for one entry</source>
        <translation>Spalte {column}: {name} hat mehrere Spalten für einen Eintrag</translation>
    </message>
    <message>
        <source>column {column} is missing: the others of {name} are there</source>
        <translation>Spalte {column} fehlt: die anderen von {name} sind da</translation>
    </message>
    <message>
        <source>the table has no rows</source>
        <translation>die Tabelle hat keine Zeilen</translation>
    </message>
    <message>
        <source>unknown optimizer '{name}'</source>
        <translation>unbekannter Optimierer ‚{name}‘</translation>
    </message>
    <message>
        <source>the rate must be a positive number, not {rate}</source>
        <translation>die Lernrate muss eine positive Zahl sein, nicht {rate}</translation>
    </message>
    <message>
        <source>; known: {known}</source>
        <translation>; bekannt: {known}</translation>
    </message>
    <message>
        <source>a table may have at most {most} numbers</source>
        <translation>eine Tabelle darf höchstens {most} Zahlen haben</translation>
    </message>
    <message>
        <source>has {n} numbers where there are {columns} columns</source>
        <translation>hat {n} Zahlen, es gibt aber {columns} Spalten</translation>
    </message>
    <message>
        <source>expected the name of an input</source>
        <translation>der Name einer Eingabe erwartet</translation>
    </message>
    <message>
        <source>{name} appears twice</source>
        <translation>{name} kommt zweimal vor</translation>
    </message>
    <message>
        <source>expected a list of numbers</source>
        <translation>eine Liste von Zahlen erwartet</translation>
    </message>
    <message>
        <source>expected an object with columns and rows</source>
        <translation>ein Objekt mit columns und rows erwartet</translation>
    </message>
    <message>
        <source>expected a list of rows</source>
        <translation>eine Liste von Zeilen erwartet</translation>
    </message>
    <message>
        <source>expected a number</source>
        <translation>eine Zahl erwartet</translation>
    </message>
    <message>
        <source>a quote is opened and never closed</source>
        <translation>ein Anführungszeichen wird geöffnet und nie geschlossen</translation>
    </message>
    <message>
        <source>a cell goes on behind its closing quote</source>
        <translation>eine Zelle geht hinter ihrem schließenden Anführungszeichen weiter</translation>
    </message>
    <message>
        <source>a cell is too long</source>
        <translation>eine Zelle ist zu lang</translation>
    </message>
    <message>
        <source>a line ends amid a cell without quotes</source>
        <translation>eine Zeile endet mitten in einer Zelle ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>{text} is not a finite number</source>
        <translation>{text} ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>Zeile {row}, Spalte {column}</translation>
    </message>
    <message>
        <source>row {row}: expected the names of inputs, found numbers: {listed}</source>
        <translation>Zeile {row}: die Namen der Eingaben erwartet, gefunden wurden Zahlen: {listed}</translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation>1 Zelle</translation>
    </message>
    <message>
        <source>{n} cells</source>
        <translation>{n} Zellen</translation>
    </message>
    <message>
        <source>row {row}: has {cells} where there is 1 column</source>
        <translation>Zeile {row}: hat {cells}, es gibt aber 1 Spalte</translation>
    </message>
    <message>
        <source>row {row}: has {cells} where there are {n} columns</source>
        <translation>Zeile {row}: hat {cells}, es gibt aber {n} Spalten</translation>
    </message>
    <message>
        <source>the cell is empty</source>
        <translation>die Zelle ist leer</translation>
    </message>
    <message>
        <source>row {row} is no text in UTF-8: save the table as CSV in UTF-8</source>
        <translation>Zeile {row} ist kein Text in UTF-8: die Tabelle als CSV in UTF-8 speichern</translation>
    </message>
    <message>
        <source>the table is empty: its first row names the inputs</source>
        <translation>die Tabelle ist leer: ihre erste Zeile nennt die Eingaben</translation>
    </message>
    <message>
        <source>there are no rows below the names in row {row}</source>
        <translation>unter den Namen in Zeile {row} stehen keine Zeilen</translation>
    </message>
    <message>
        <source>{name} cannot be a name</source>
        <translation>{name} kann kein Name sein</translation>
    </message>
    <message>
        <source>; where 1,5 is a number, divide the cells by semicolons</source>
        <translation>; wo 1,5 eine Zahl ist, die Zellen durch Semikolons trennen</translation>
    </message>
    <message>
        <source>line {n}: {what}</source>
        <translation>Zeile {n}: {what}</translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation>der Name fehlt</translation>
    </message>
    <message>
        <source>diverged at step {n}: {name} is {value}</source>
        <translation>divergiert bei Schritt {n}: {name} ist {value}</translation>
    </message>
    <message>
        <source>diverged at step {n}: {name} is {value}, as the derivative by it was {slope}</source>
        <translation>divergiert bei Schritt {n}: {name} ist {value}, denn die Ableitung nach diesem Parameter war {slope}</translation>
    </message>
    <message>
        <source>{name} is {value} before the first step</source>
        <translation>{name} ist {value} vor dem ersten Schritt</translation>
    </message>
    <message>
        <source>{name} depends on no parameter, and only parameters are trained</source>
        <translation>{name} hängt von keinem Parameter ab, und nur Parameter werden trainiert</translation>
    </message>
    <message>
        <source>the value of {name} must be a number, not {value}</source>
        <translation>der Wert von {name} muss eine Zahl sein, nicht {value}</translation>
    </message>
    <message>
        <source>the value of {name} has {n} dimensions; an array may have {most}</source>
        <translation>der Wert von {name} hat {n} Dimensionen; ein Array darf {most} haben</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}: choose one of its entries</source>
        <translation>{name} hat die Form {shape}: einen der Einträge wählen</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}: there is no entry {index}</source>
        <translation>{name} hat die Form {shape}: es gibt keinen Eintrag {index}</translation>
    </message>
    <message>
        <source>the value of {name} is too large</source>
        <translation>der Wert von {name} ist zu groß</translation>
    </message>
    <message>
        <source>the value of {name} must be a number or rows of numbers of equal length</source>
        <translation>der Wert von {name} muss eine Zahl sein oder gleich lange Zeilen von Zahlen</translation>
    </message>
    <message>
        <source>{name} is a number: it has no entry {index}</source>
        <translation>{name} ist eine Zahl: es gibt keinen Eintrag {index}</translation>
    </message>
    <message>
        <source>derivatives are computed by themselves: they stand on the edges</source>
        <translation>Ableitungen werden von selbst berechnet: sie stehen an den Kanten</translation>
    </message>
    <message>
        <source>; call it {name}, and give it the label {label}</source>
        <translation>; {name} nennen und die Beschriftung {label} geben</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>there is no node named '{name}'</source>
        <translation>es gibt keinen Knoten namens ‚{name}‘</translation>
    </message>
    <message>
        <source>; did you mean '{name}'?</source>
        <translation>; ist ‚{name}‘ gemeint?</translation>
    </message>
    <message>
        <source>nothing is compared: relu(x) and max(a, b) switch</source>
        <translation>verglichen wird nichts: relu(x) und max(a, b) schalten um</translation>
    </message>
    <message>
        <source>first input</source>
        <translation>erste Eingabe</translation>
    </message>
    <message>
        <source>second input</source>
        <translation>zweite Eingabe</translation>
    </message>
    <message>
        <source>third input</source>
        <translation>dritte Eingabe</translation>
    </message>
    <message>
        <source>fourth input</source>
        <translation>vierte Eingabe</translation>
    </message>
    <message>
        <source>fifth input</source>
        <translation>fünfte Eingabe</translation>
    </message>
    <message>
        <source>sixth input</source>
        <translation>sechste Eingabe</translation>
    </message>
    <message>
        <source>seventh input</source>
        <translation>siebte Eingabe</translation>
    </message>
    <message>
        <source>eighth input</source>
        <translation>achte Eingabe</translation>
    </message>
    <message>
        <source>ninth input</source>
        <translation>neunte Eingabe</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Erlaubnis</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>das ist nicht erlaubt</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>es ist kein Ordner</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>Fehler beim Lesen oder Schreiben</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>too many levels of symbolic links</source>
        <translation>zu viele symbolische Verknüpfungen</translation>
    </message>
    <message>
        <source>input no. {n}</source>
        <translation>Eingabe Nr. {n}</translation>
    </message>
    <message>
        <source>{n} inputs have no edge yet: {inputs}</source>
        <translation>{n} Eingaben haben noch keine Kante: {inputs}</translation>
    </message>
    <message>
        <source>there is no edge from {source} to the {input} of {target}</source>
        <translation>es gibt keine Kante von {source} in die {input} von {target}</translation>
    </message>
    <message>
        <source>input {n}</source>
        <translation>Eingabe {n}</translation>
    </message>
    <message>
        <source>its {input} has no edge yet</source>
        <translation>die {input} hat noch keine Kante</translation>
    </message>
    <message>
        <source>a name is missing before '='</source>
        <translation>vor ‚=‘ fehlt ein Name</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>Gradientenabstieg</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>PyTorch program</source>
        <translation>PyTorch-Programm</translation>
    </message>
    <message>
        <source>JAX program</source>
        <translation>JAX-Programm</translation>
    </message>
    <message>
        <source>NumPy program, the chain rule by hand</source>
        <translation>NumPy-Programm, Kettenregel von Hand</translation>
    </message>
    <message>
        <source>Python program without libraries</source>
        <translation>Python-Programm ohne Bibliotheken</translation>
    </message>
    <message>
        <source>LaTeX of the formulas and derivatives</source>
        <translation>LaTeX der Formeln und Ableitungen</translation>
    </message>
    <message>
        <source>Graphviz graph</source>
        <translation>Graphviz-Graph</translation>
    </message>
    <message>
        <source>Mermaid flowchart</source>
        <translation>Mermaid-Diagramm</translation>
    </message>
    <message>
        <source>ONNX model</source>
        <translation>ONNX-Modell</translation>
    </message>
    <message>
        <source>One value, two ways</source>
        <translation>Ein Wert, zwei Wege</translation>
    </message>
    <message>
        <source>A value that is used twice moves the cost in two ways, and its derivative is the sum of both.</source>
        <translation>Ein Wert, der zweimal verwendet wird, bewegt die Kosten auf zwei Wegen, und seine Ableitung ist die Summe beider.</translation>
    </message>
    <message>
        <source>Only x is given, and it is used twice.</source>
        <translation>Nur x ist gegeben, und es wird zweimal verwendet.</translation>
    </message>
    <message>
        <source>Upward it is squared.</source>
        <translation>Oben wird es quadriert.</translation>
    </message>
    <message>
        <source>Downward it is doubled.</source>
        <translation>Unten wird es verdoppelt.</translation>
    </message>
    <message>
        <source>Both ways meet again in the sum.</source>
        <translation>In der Summe treffen sich beide Wege wieder.</translation>
    </message>
    <message>
        <source>Now back, from J itself.</source>
        <translation>Nun zurück, von J selbst aus.</translation>
    </message>
    <message>
        <source>A sum passes on what arrives: 1 to the upper side.</source>
        <translation>Eine Summe gibt weiter, was ankommt: 1 nach oben.</translation>
    </message>
    <message>
        <source>And the lower side gets the same 1.</source>
        <translation>Und nach unten geht dieselbe 1.</translation>
    </message>
    <message>
        <source>If x grows a little, u grows, and v grows too; J feels both. On the upper edge 2x comes back, on the lower one 2: where edges leave a node, what comes back is added.</source>
        <translation>Wächst x ein wenig, so wächst u, und v wächst auch; J spürt beides. Auf der oberen Kante kommt 2x zurück, auf der unteren 2: Wo Kanten einen Knoten verlassen, addiert sich, was zurückkommt.</translation>
    </message>
    <message>
        <source>A layer, a batch</source>
        <translation>Eine Schicht, ein Batch</translation>
    </message>
    <message>
        <source>Four units and five examples at once: the same graph, with a matrix on every edge.</source>
        <translation>Vier Einheiten und fünf Beispiele auf einmal: derselbe Graph, mit einer Matrix an jeder Kante.</translation>
    </message>
    <message>
        <source>X holds five examples side by side, three numbers each. W has a row of weights for each of four units, b a bias for each.</source>
        <translation>X enthält fünf Beispiele nebeneinander, je drei Zahlen. W hat für jede der vier Einheiten eine Zeile von Gewichten, b für jede einen Bias.</translation>
    </message>
    <message>
        <source>One matrix product does all 4 × 5 weighted sums. Inner sizes must agree: 4×3 times 3×5 is 4×5.</source>
        <translation>Ein Matrixprodukt erledigt alle 4 × 5 gewichteten Summen. Die inneren Größen müssen übereinstimmen: 4×3 mal 3×5 ist 4×5.</translation>
    </message>
    <message>
        <source>Each unit's bias is added for every example: the one column is spread over the five.</source>
        <translation>Der Bias jeder Einheit wird für jedes Beispiel addiert: Die eine Spalte wird auf die fünf ausgebreitet.</translation>
    </message>
    <message>
        <source>The activation is taken entry by entry.</source>
        <translation>Die Aktivierung wird Eintrag für Eintrag genommen.</translation>
    </message>
    <message>
        <source>The cost of each answer is taken entry by entry, too.</source>
        <translation>Auch die Kosten jeder Antwort werden Eintrag für Eintrag genommen.</translation>
    </message>
    <message>
        <source>The mean of the costs is one number, as every output that is to be differentiated must be.</source>
        <translation>Der Mittelwert der Kosten ist eine einzige Zahl, wie jede Ausgabe, die abgeleitet werden soll.</translation>
    </message>
    <message>
        <source>Now back: one number, so one derivative to begin with.</source>
        <translation>Nun zurück: eine Zahl, also eine Ableitung für den Anfang.</translation>
    </message>
    <message>
        <source>The mean hands every entry its share, 1/20. A derivative always has the shape of its value.</source>
        <translation>Der Mittelwert gibt jedem Eintrag seinen Anteil, 1/20. Eine Ableitung hat immer die Form ihres Werts.</translation>
    </message>
    <message>
        <source>Entry by entry, it is what arrives times how far the answer is off.</source>
        <translation>Eintrag für Eintrag ist es, was ankommt, mal dem, wie weit die Antwort danebenliegt.</translation>
    </message>
    <message>
        <source>The targets get the same with a minus.</source>
        <translation>Die Zielwerte bekommen dasselbe mit einem Minus.</translation>
    </message>
    <message>
        <source>tanh has the slope 1 − A².</source>
        <translation>tanh hat die Steigung 1 − A².</translation>
    </message>
    <message>
        <source>The sum passes it on.</source>
        <translation>Die Summe gibt es weiter.</translation>
    </message>
    <message>
        <source>What was spread over five examples on the way forward is summed over them on the way back: the fan-out rule, for a whole batch.</source>
        <translation>Was auf dem Weg vorwärts auf fünf Beispiele ausgebreitet wurde, wird auf dem Weg zurück über sie summiert: die Regel der Verzweigung, für einen ganzen Batch.</translation>
    </message>
    <message>
        <source>For the weights: what arrives, times the input turned on its side. Each entry adds up what its weight did in all five examples.</source>
        <translation>Für die Gewichte: was ankommt, mal der Transponierten der Eingabe. Jeder Eintrag summiert, was sein Gewicht in allen fünf Beispielen bewirkt hat.</translation>
    </message>
    <message>
        <source>And for the input it is the weights turned on their side. Check the sizes: 3×4 times 4×5 is 3×5, the shape of X.</source>
        <translation>Und für die Eingabe ist es die Transponierte der Gewichte. Die Größen stimmen: 3×4 mal 4×5 ist 3×5, die Form von X.</translation>
    </message>
    <message>
        <source>One linear unit</source>
        <translation>Eine lineare Einheit</translation>
    </message>
    <message>
        <source>A line that misses its target: four steps forward, then every derivative on one way back.</source>
        <translation>Eine Gerade, die ihr Ziel verfehlt: vier Schritte vorwärts, dann alle Ableitungen auf einem einzigen Weg zurück.</translation>
    </message>
    <message>
        <source>A unit computes w · x + b and should come out at y. The leaves are given; everything else follows from left to right.</source>
        <translation>Eine Einheit berechnet w · x + b und soll bei y herauskommen. Die Blätter sind gegeben; alles andere folgt von links nach rechts.</translation>
    </message>
    <message>
        <source>Each step uses only numbers that already stand on its edges. First the weight times the input.</source>
        <translation>Jeder Schritt braucht nur Zahlen, die schon an seinen Kanten stehen. Zuerst das Gewicht mal die Eingabe.</translation>
    </message>
    <message>
        <source>The bias moves the product. This is what the unit answers.</source>
        <translation>Der Bias verschiebt das Produkt. Das ist die Antwort der Einheit.</translation>
    </message>
    <message>
        <source>The unit answers a where y was wanted: d says by how much it misses.</source>
        <translation>Die Einheit antwortet mit a, wo y verlangt war: d sagt, um wie viel sie danebenliegt.</translation>
    </message>
    <message>
        <source>The cost is half the square of the miss: a miss to either side costs, and the slope will simply be d.</source>
        <translation>Die Kosten sind das halbe Quadrat des Fehlers: Ein Fehler nach jeder Seite kostet, und die Steigung wird einfach d sein.</translation>
    </message>
    <message>
        <source>Now back. If J grows by a little, J grows by just as much: that is where every way back begins.</source>
        <translation>Nun zurück. Wächst J ein wenig, so wächst J um genauso viel: Damit beginnt jeder Weg zurück.</translation>
    </message>
    <message>
        <source>How fast does J grow with d? J = ½ d² has the slope d itself.</source>
        <translation>Wie schnell wächst J mit d? J = ½ d² hat die Steigung d selbst.</translation>
    </message>
    <message>
        <source>If a grows by 1, so does d. The derivative by d is already known, so one multiplication is enough: that is the chain rule.</source>
        <translation>Wächst a um 1, so wächst auch d um 1. Die Ableitung nach d ist schon bekannt, also genügt eine Multiplikation: Das ist die Kettenregel.</translation>
    </message>
    <message>
        <source>The target enters with a minus: it gets what arrives with the other sign.</source>
        <translation>Das Ziel geht mit einem Minus ein: Es bekommt, was ankommt, mit dem anderen Vorzeichen.</translation>
    </message>
    <message>
        <source>An addition passes on what arrives, to each of its inputs.</source>
        <translation>Eine Addition gibt jeder ihrer Eingaben weiter, was ankommt.</translation>
    </message>
    <message>
        <source>So the bias gets the same. Raise b by 0.001, and J moves by about a thousandth of this number.</source>
        <translation>Also bekommt der Bias dasselbe. Erhöht man b um 0.001, bewegt sich J um etwa ein Tausendstel dieser Zahl.</translation>
    </message>
    <message>
        <source>A product hands each factor what arrives times the other factor: here times x. This number is what training moves w by.</source>
        <translation>Ein Produkt gibt jedem Faktor, was ankommt, mal dem anderen Faktor: hier mal x. Nach dieser Zahl bewegt das Training w.</translation>
    </message>
    <message>
        <source>And x gets it times w. For the four nodes and both parameters that made six steps. Bumping each parameter through all four nodes takes eight, and the gap grows with the network.</source>
        <translation>Und x bekommt es mal w. Für die vier Knoten und beide Parameter waren das sechs Schritte. Jeden Parameter durch alle vier Knoten anzustoßen braucht acht, und der Abstand wächst mit dem Netz.</translation>
    </message>
    <message>
        <source>A logistic unit</source>
        <translation>Eine logistische Einheit</translation>
    </message>
    <message>
        <source>Yes or no: a unit that answers with a probability, and the cost that makes its derivative simple.</source>
        <translation>Ja oder nein: eine Einheit, die mit einer Wahrscheinlichkeit antwortet, und die Kosten, die ihre Ableitung einfach machen.</translation>
    </message>
    <message>
        <source>The unit should say y for this input, 0 or 1. It answers with a number between 0 and 1: how sure it is.</source>
        <translation>Die Einheit soll für diese Eingabe y sagen, 0 oder 1. Sie antwortet mit einer Zahl zwischen 0 und 1: wie sicher sie ist.</translation>
    </message>
    <message>
        <source>First the weight is multiplied by the input.</source>
        <translation>Zuerst wird das Gewicht mit der Eingabe multipliziert.</translation>
    </message>
    <message>
        <source>The bias is added: this is the logit, any number.</source>
        <translation>Der Bias wird addiert: Das ist das Logit, irgendeine Zahl.</translation>
    </message>
    <message>
        <source>σ squeezes it between 0 and 1. This is the probability the unit gives to a yes.</source>
        <translation>σ drückt es zwischen 0 und 1: Das ist die Wahrscheinlichkeit, die die Einheit einem Ja gibt.</translation>
    </message>
    <message>
        <source>The cost of an answer is its surprise: small where the unit was sure and right, without a bound where it was sure and wrong.</source>
        <translation>Die Kosten einer Antwort sind ihre Überraschung: klein, wo die Einheit sicher war und recht hatte, ohne Grenze, wo sie sicher war und falsch lag.</translation>
    </message>
    <message>
        <source>Now back, from the cost itself.</source>
        <translation>Nun zurück, von den Kosten selbst aus.</translation>
    </message>
    <message>
        <source>For y = 1 the cost is −log a, and its slope −1/a.</source>
        <translation>Für y = 1 sind die Kosten −log a, und ihre Steigung ist −1/a.</translation>
    </message>
    <message>
        <source>The target has a derivative too; nobody changes it.</source>
        <translation>Auch das Ziel hat eine Ableitung; niemand ändert es.</translation>
    </message>
    <message>
        <source>σ has the slope a (1 − a). The two factors cancel: what is left is a − y, the answer less the target. That is why this cost and this activation belong together.</source>
        <translation>σ hat die Steigung a (1 − a). Die beiden Faktoren kürzen sich: Es bleibt a − y, die Antwort minus das Ziel. Darum gehören diese Kosten und diese Aktivierung zusammen.</translation>
    </message>
    <message>
        <source>From here on it is the linear unit again.</source>
        <translation>Von hier an ist es wieder die lineare Einheit.</translation>
    </message>
    <message>
        <source>The bias takes a − y as it is.</source>
        <translation>Der Bias nimmt a − y, wie es ist.</translation>
    </message>
    <message>
        <source>The weight takes a − y times the input.</source>
        <translation>Das Gewicht nimmt a − y mal die Eingabe.</translation>
    </message>
    <message>
        <source>Where the unit is already right, a − y is nearly 0, and it stops learning by itself.</source>
        <translation>Wo die Einheit schon recht hat, ist a − y beinahe 0, und sie hört von selbst auf zu lernen.</translation>
    </message>
    <message>
        <source>A network of two layers</source>
        <translation>Ein Netz aus zwei Schichten</translation>
    </message>
    <message>
        <source>The same unit twice, one after the other, with an activation between: nothing new is needed to go back.</source>
        <translation>Dieselbe Einheit zweimal hintereinander, mit einer Aktivierung dazwischen: Für den Weg zurück braucht es nichts Neues.</translation>
    </message>
    <message>
        <source>Two units in a row. The first one's answer is the second one's input; g lets positive numbers through and stops the others.</source>
        <translation>Zwei Einheiten hintereinander. Die Antwort der ersten ist die Eingabe der zweiten; g lässt positive Zahlen durch und hält die anderen auf.</translation>
    </message>
    <message>
        <source>The first layer begins with weight times input.</source>
        <translation>Die erste Schicht beginnt mit Gewicht mal Eingabe.</translation>
    </message>
    <message>
        <source>The bias of the first layer is added.</source>
        <translation>Der Bias der ersten Schicht wird addiert.</translation>
    </message>
    <message>
        <source>The activation lets through what is positive.</source>
        <translation>Die Aktivierung lässt durch, was positiv ist.</translation>
    </message>
    <message>
        <source>Second layer, the same three steps, with the first one's answer in the place of x.</source>
        <translation>Zweite Schicht, dieselben drei Schritte, mit der Antwort der ersten an der Stelle von x.</translation>
    </message>
    <message>
        <source>The bias of the second layer is added.</source>
        <translation>Der Bias der zweiten Schicht wird addiert.</translation>
    </message>
    <message>
        <source>This is what the network answers.</source>
        <translation>Das ist die Antwort des Netzes.</translation>
    </message>
    <message>
        <source>The answer should have been y: the cost says what the miss costs.</source>
        <translation>Die Antwort hätte y sein sollen: J sagt, was der Fehler kostet.</translation>
    </message>
    <message>
        <source>Back again from the right, beginning with 1.</source>
        <translation>Wieder zurück von rechts, und der Anfang ist 1.</translation>
    </message>
    <message>
        <source>The slope of the cost is how far the answer lies above the target.</source>
        <translation>Die Steigung der Kosten ist, wie weit die Antwort über dem Ziel liegt.</translation>
    </message>
    <message>
        <source>The target gets the same with a minus.</source>
        <translation>Das Ziel bekommt dasselbe mit einem Minus.</translation>
    </message>
    <message>
        <source>Where z is positive the activation has slope 1 and passes the derivative on. Where it is negative the slope is 0, and nothing before it learns.</source>
        <translation>Wo z positiv ist, hat die Aktivierung die Steigung 1 und gibt die Ableitung weiter. Wo es negativ ist, ist die Steigung 0, und nichts davor lernt.</translation>
    </message>
    <message>
        <source>The sum passes on what arrives, to both its inputs: first to the product.</source>
        <translation>Die Summe gibt beiden Eingaben weiter, was ankommt: zuerst dem Produkt.</translation>
    </message>
    <message>
        <source>The bias gets the same from the sum: the second bias is done.</source>
        <translation>Der Bias bekommt von der Summe dasselbe: Der zweite Bias ist fertig.</translation>
    </message>
    <message>
        <source>A product hands on what arrives, times the other factor. Here the derivative leaves the second layer, times its weight.</source>
        <translation>Ein Produkt gibt weiter, was ankommt, mal dem anderen Faktor. Hier verlässt die Ableitung die zweite Schicht, mal deren Gewicht.</translation>
    </message>
    <message>
        <source>The weight gets what arrives times what the first layer sent: the second weight is done.</source>
        <translation>Das Gewicht bekommt, was ankommt, mal dem, was die erste Schicht geschickt hat: Das zweite Gewicht ist fertig.</translation>
    </message>
    <message>
        <source>The first layer knows nothing of what lies behind it. All it needs is the number that arrives.</source>
        <translation>Die erste Schicht weiß nichts von dem, was hinter ihr liegt. Sie braucht nur die Zahl, die ankommt.</translation>
    </message>
    <message>
        <source>The sum passes on what arrives, again to both.</source>
        <translation>Die Summe gibt weiter, was ankommt, wieder an beide.</translation>
    </message>
    <message>
        <source>The bias takes what arrives as it is.</source>
        <translation>Der Bias nimmt, was ankommt, wie es ist.</translation>
    </message>
    <message>
        <source>The weight takes what arrives times x. However deep the network, this is all that ever happens.</source>
        <translation>Das Gewicht nimmt, was ankommt, mal x. So tief das Netz auch ist, mehr geschieht nie.</translation>
    </message>
    <message>
        <source>Even the input has one: what would have to change in the picture to change the answer.</source>
        <translation>Sogar die Eingabe hat eine: was sich im Bild ändern müsste, um die Antwort zu ändern.</translation>
    </message>
    <message>
        <source>Learning XOR</source>
        <translation>XOR lernen</translation>
    </message>
    <message>
        <source>Two hidden units learn what one unit cannot: step through one example, then train on all four.</source>
        <translation>Zwei versteckte Einheiten lernen, was eine allein nicht kann: erst ein Beispiel Schritt für Schritt, dann mit allen vieren trainieren.</translation>
    </message>
    <message>
        <source>XOR is 1 where exactly one of its inputs is 1. No straight line parts these cases, so one unit alone cannot learn it. Two hidden units can.</source>
        <translation>XOR ist 1, wo genau eine seiner Eingaben 1 ist. Keine Gerade trennt diese Fälle, also kann eine Einheit allein es nicht lernen. Zwei versteckte Einheiten können es.</translation>
    </message>
    <message>
        <source>The first hidden unit draws one line.</source>
        <translation>Die erste versteckte Einheit zieht eine Gerade.</translation>
    </message>
    <message>
        <source>The second hidden unit draws another.</source>
        <translation>Die zweite versteckte Einheit zieht eine andere.</translation>
    </message>
    <message>
        <source>tanh says on which side of its line the point lies.</source>
        <translation>tanh sagt, auf welcher Seite der Geraden der Punkt liegt.</translation>
    </message>
    <message>
        <source>tanh says so softly, without a jump, so that it has a slope.</source>
        <translation>tanh sagt es weich, ohne Sprung, und hat so eine Steigung.</translation>
    </message>
    <message>
        <source>The last unit weighs the two answers.</source>
        <translation>Die letzte Einheit gewichtet die beiden Antworten.</translation>
    </message>
    <message>
        <source>σ makes of the sum how sure the network is of a 1.</source>
        <translation>σ macht aus der Summe, wie sicher sich das Netz einer 1 ist.</translation>
    </message>
    <message>
        <source>J is the cost of being wrong about this one example. Training takes the mean over all four.</source>
        <translation>J sind die Kosten des Fehlers bei diesem einen Beispiel. Das Training nimmt den Mittelwert über alle vier.</translation>
    </message>
    <message>
        <source>First comes the slope of the surprise.</source>
        <translation>Zuerst kommt die Steigung der Überraschung.</translation>
    </message>
    <message>
        <source>Times the slope of σ, what arrives is the answer less the target.</source>
        <translation>Mal der Steigung von σ wird aus dem, was ankommt, die Antwort minus das Ziel.</translation>
    </message>
    <message>
        <source>The target stays what it is.</source>
        <translation>Das Ziel bleibt, was es ist.</translation>
    </message>
    <message>
        <source>Each hidden unit is told what it did to the answer, by its weight v.</source>
        <translation>Jede versteckte Einheit erfährt über ihr Gewicht v, was sie mit der Antwort gemacht hat.</translation>
    </message>
    <message>
        <source>One backward pass reaches both hidden units.</source>
        <translation>Ein Rückwärtsdurchlauf erreicht beide versteckten Einheiten.</translation>
    </message>
    <message>
        <source>tanh lets most of it through where its unit is undecided, little where it is sure.</source>
        <translation>tanh lässt das meiste durch, wo seine Einheit unentschieden ist, und wenig, wo sie sicher ist.</translation>
    </message>
    <message>
        <source>Every weight of the first layer gets what arrives at its unit times its input. Where the input is 0, nothing can be learned from this example.</source>
        <translation>Jedes Gewicht der ersten Schicht bekommt, was bei seiner Einheit ankommt, mal seiner Eingabe. Wo die Eingabe 0 ist, lässt sich aus diesem Beispiel nichts lernen.</translation>
    </message>
    <message>
        <source>Both hidden units read x₁: its derivative is the sum of the two ways. Now open Train and watch all of this happen three hundred times.</source>
        <translation>Beide versteckten Einheiten lesen x₁: Seine Ableitung ist die Summe der beiden Wege. Jetzt Trainieren öffnen und zusehen, wie all das dreihundertmal geschieht.</translation>
    </message>
    <message>
        <source>One input, three uses: derivatives add up</source>
        <translation>Drei Wege: Ableitungen addieren sich</translation>
    </message>
    <message>
        <source>A logistic neuron</source>
        <translation>Ein logistisches Neuron</translation>
    </message>
    <message>
        <source>Two inputs, two hidden units</source>
        <translation>Zwei Eingaben, zwei versteckte Einheiten</translation>
    </message>
    <message>
        <source>A two-layer network</source>
        <translation>Ein zweischichtiges Netz</translation>
    </message>
    <message>
        <source>x · x: one source, two ports</source>
        <translation>x · x: eine Quelle, zwei Eingaben</translation>
    </message>
</context>
</TS>
