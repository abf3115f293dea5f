<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>chainrule</name>
    <message>
        <source>&amp;Left edges</source>
        <translation>Bords &amp;gauches</translation>
    </message>
    <message>
        <source>&amp;Centres, upright</source>
        <translation>&amp;Centres, verticalement</translation>
    </message>
    <message>
        <source>&amp;Right edges</source>
        <translation>Bords &amp;droits</translation>
    </message>
    <message>
        <source>&amp;Top edges</source>
        <translation>Bords &amp;hauts</translation>
    </message>
    <message>
        <source>&amp;Middles, level</source>
        <translation>&amp;Milieux, horizontalement</translation>
    </message>
    <message>
        <source>&amp;Bottom edges</source>
        <translation>Bords &amp;bas</translation>
    </message>
    <message>
        <source>Distribute &amp;across</source>
        <translation>&amp;Répartir horizontalement</translation>
    </message>
    <message>
        <source>Distribute &amp;down</source>
        <translation>Répartir &amp;verticalement</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Vider la liste</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Fichiers ré&amp;cents</translation>
    </message>
    <message>
        <source>A command, or @ and a node’s name</source>
        <translation>Une commande, ou @ et le nom d’un nœud</translation>
    </message>
    <message>
        <source>cannot be done now</source>
        <translation>impossible pour l’instant</translation>
    </message>
    <message>
        <source>nothing is called ‘{typed}’</source>
        <translation>rien ne s’appelle « {typed} »</translation>
    </message>
    <message>
        <source>node</source>
        <translation>nœud</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>the picture of the selection</source>
        <translation>l’image de la sélection</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>l’image</translation>
    </message>
    <message>
        <source>Edit for&amp;mula</source>
        <translation>Modifi&amp;er la formule</translation>
    </message>
    <message>
        <source>Edit &amp;value</source>
        <translation>Modifier la &amp;valeur</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Delete and &amp;heal</source>
        <translation>Supprimer et raccor&amp;der</translation>
    </message>
    <message>
        <source>Delete the selection and close the edges through it</source>
        <translation>Supprimer la sélection et refermer les arêtes qui la traversent</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Co&amp;uper</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Copy the picture, of the selected nodes where any are</source>
        <translation>Copier l’image, ou celle des nœuds sélectionnés</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Paste with incomin&amp;g edges</source>
        <translation>Coller avec les arêtes entra&amp;ntes</translation>
    </message>
    <message>
        <source>Paste; what led to the originals leads to the copies</source>
        <translation>Coller ; ce qui menait aux originaux mène aux copies</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>Dup&amp;liquer</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Reno&amp;mmer</translation>
    </message>
    <message>
        <source>Drawing the picture</source>
        <translation>Dessin de l’image</translation>
    </message>
    <message>
        <source>&amp;Undo {edit}</source>
        <translation>&amp;Annuler : {edit}</translation>
    </message>
    <message>
        <source>&amp;Redo {edit}</source>
        <translation>&amp;Rétablir : {edit}</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Copie en cours</translation>
    </message>
    <message>
        <source>Copied {}</source>
        <translation>Copié : {}</translation>
    </message>
    <message>
        <source>Duplicating</source>
        <translation>Duplication</translation>
    </message>
    <message>
        <source>Pasting</source>
        <translation>Collage</translation>
    </message>
    <message>
        <source>Wrote {first} to {last}</source>
        <translation>{first} à {last} enregistrés</translation>
    </message>
    <message>
        <source>Wrote {file}</source>
        <translation>{file} enregistré</translation>
    </message>
    <message>
        <source>{file} was removed; save to write it again</source>
        <translation>{file} a été supprimé ; enregistrer pour le réécrire</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>Begin an empty graph</source>
        <translation>Commencer un graphe vide</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Nouvelle &amp;fenêtre</translation>
    </message>
    <message>
        <source>Open another window</source>
        <translation>Ouvrir une autre fenêtre</translation>
    </message>
    <message>
        <source>New ne&amp;twork…</source>
        <translation>Nouveau résea&amp;u…</translation>
    </message>
    <message>
        <source>New from e&amp;xpression…</source>
        <translation>Nouveau depuis une e&amp;xpression…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Ouvrir un fichier</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save the graph</source>
        <translation>Enregistrer le graphe</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>Exporter l’&amp;image…</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Exporter l’image</translation>
    </message>
    <message>
        <source>Export co&amp;de…</source>
        <translation>Exporter le co&amp;de…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>PNG, SVG, PDF, PowerPoint, slides, GIF, HTML, TikZ, image</source>
        <translation>PNG, SVG, PDF, PowerPoint, diapositives, GIF, HTML, TikZ, image</translation>
    </message>
    <message>
        <source>PyTorch, JAX, NumPy, micrograd, LaTeX, Graphviz, Mermaid, program</source>
        <translation>PyTorch, JAX, NumPy, micrograd, LaTeX, Graphviz, Mermaid, programme</translation>
    </message>
    <message>
        <source>it is open in another window; save under another name</source>
        <translation>ouvert dans une autre fenêtre ; enregistrer sous un autre nom</translation>
    </message>
    <message>
        <source>{file} could not be saved:</source>
        <translation>Impossible d’enregistrer {file} :</translation>
    </message>
    <message>
        <source>saved without {text}, which is refused</source>
        <translation>enregistré sans {text}, qui est refusé</translation>
    </message>
    <message>
        <source>{file} cannot be opened:</source>
        <translation>Impossible d’ouvrir {file} :</translation>
    </message>
    <message>
        <source>{name} is the output already; choose another end</source>
        <translation>{name} est déjà la sortie ; choisissez un autre nœud final</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>&amp;Disposer</translation>
    </message>
    <message>
        <source>Lay out the selection, or the graph</source>
        <translation>Disposer la sélection, ou le graphe</translation>
    </message>
    <message>
        <source>Use as &amp;output</source>
        <translation>Prendre comme &amp;sortie</translation>
    </message>
    <message>
        <source>&amp;Slider</source>
        <translation>&amp;Curseur</translation>
    </message>
    <message>
        <source>Next &amp;problem</source>
        <translation>&amp;Problème suivant</translation>
    </message>
    <message>
        <source>Go to the next missing input, or to shapes that do not fit</source>
        <translation>Aller à la prochaine entrée manquante, ou à des formes incompatibles</translation>
    </message>
    <message>
        <source>Laying the graph out</source>
        <translation>Disposition du graphe</translation>
    </message>
    <message>
        <source>No input is missing, all shapes fit, and no NaN or infinity starts</source>
        <translation>Aucune entrée ne manque, toutes les formes sont compatibles, et ni NaN ni l’infini ne commence</translation>
    </message>
    <message>
        <source>layout, tidy up</source>
        <translation>mise en page, ranger</translation>
    </message>
    <message>
        <source>Move the selected numbers by sliders</source>
        <translation>Régler les nombres sélectionnés par des curseurs</translation>
    </message>
    <message>
        <source>missing input, shape error</source>
        <translation>entrée manquante, erreur de forme</translation>
    </message>
    <message>
        <source>None of the selected nodes is a leaf that holds one number</source>
        <translation>Aucun des nœuds sélectionnés n’est une feuille qui contient un seul nombre</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Disposer</translation>
    </message>
    <message>
        <source>Arrange the selection</source>
        <translation>Disposer la sélection</translation>
    </message>
    <message>
        <source>Unfo&amp;ld</source>
        <translation>Dép&amp;lier</translation>
    </message>
    <message>
        <source>Fo&amp;ld</source>
        <translation>Rep&amp;lier</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Grouper</translation>
    </message>
    <message>
        <source>Frame the selected nodes with a title</source>
        <translation>Encadrer les nœuds sélectionnés avec un titre</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>Dégro&amp;uper</translation>
    </message>
    <message>
        <source>Give the group up; its nodes stay</source>
        <translation>Dissoudre le groupe ; ses nœuds restent</translation>
    </message>
    <message>
        <source>Fold the group into one card, or unfold it</source>
        <translation>Replier le groupe en une carte, ou le déplier</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>Show the guide</source>
        <translation>Afficher le guide</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>&amp;Exemples</translation>
    </message>
    <message>
        <source>Show the examples</source>
        <translation>Afficher les exemples</translation>
    </message>
    <message>
        <source>&amp;About Chainrule</source>
        <translation>À &amp;propos de Chainrule</translation>
    </message>
    <message>
        <source>help, manual, documentation</source>
        <translation>aide, manuel, documentation</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Relier…</translation>
    </message>
    <message>
        <source>I&amp;nsert into the edge…</source>
        <translation>I&amp;nsérer dans l’arête…</translation>
    </message>
    <message>
        <source>Follow edge &amp;forward</source>
        <translation>Suivre l’arête en a&amp;vant</translation>
    </message>
    <message>
        <source>Follow edge bac&amp;k</source>
        <translation>Suivre l’arête en arri&amp;ère</translation>
    </message>
    <message>
        <source>Sibling a&amp;bove</source>
        <translation>Voisin du &amp;haut</translation>
    </message>
    <message>
        <source>Sibling b&amp;elow</source>
        <translation>Voisin du &amp;bas</translation>
    </message>
    <message>
        <source>select one node to connect</source>
        <translation>sélectionner un nœud à relier</translation>
    </message>
    <message>
        <source>Click the node whose derivatives are asked for; Esc gives up</source>
        <translation>Cliquer sur le nœud dont on veut les dérivées ; Échap annule</translation>
    </message>
    <message>
        <source>{name} is the output itself: select a node that leads to it</source>
        <translation>{name} est la sortie elle-même : sélectionner un nœud qui y mène</translation>
    </message>
    <message>
        <source>1 path</source>
        <translation>1 chemin</translation>
    </message>
    <message>
        <source>{n} paths</source>
        <translation>{n} chemins</translation>
    </message>
    <message>
        <source>&amp;Step through</source>
        <translation>&amp;Pas à pas</translation>
    </message>
    <message>
        <source>Step through forward and backward</source>
        <translation>Parcourir pas à pas, en avant et en arrière</translation>
    </message>
    <message>
        <source>Choose the &amp;output by a click</source>
        <translation>Choisir la &amp;sortie d’un clic</translation>
    </message>
    <message>
        <source>&amp;Forward mode</source>
        <translation>Mode a&amp;vant</translation>
    </message>
    <message>
        <source>Derivatives of everything by one leaf, from left to right</source>
        <translation>Dérivées de tout par une feuille, de gauche à droite</translation>
    </message>
    <message>
        <source>Light the &amp;way</source>
        <translation>Éclairer le &amp;chemin</translation>
    </message>
    <message>
        <source>Light the paths between two selected nodes, or from one to the output</source>
        <translation>Éclairer les chemins entre deux nœuds sélectionnés, ou d’un nœud à la sortie</translation>
    </message>
    <message>
        <source>&amp;Present on the full screen</source>
        <translation>Présenter en p&amp;lein écran</translation>
    </message>
    <message>
        <source>Present on the full screen; Esc leaves</source>
        <translation>Présenter en plein écran ; Échap pour quitter</translation>
    </message>
    <message>
        <source>Taking the derivatives</source>
        <translation>Calcul des dérivées</translation>
    </message>
    <message>
        <source>Finding the paths</source>
        <translation>Recherche des chemins</translation>
    </message>
    <message>
        <source>lesson, play, backprop, chain rule, gradient</source>
        <translation>leçon, lecture, rétropropagation, règle de la chaîne, gradient</translation>
    </message>
    <message>
        <source>no path leads from {start} to {end}</source>
        <translation>aucun chemin ne mène de {start} à {end}</translation>
    </message>
    <message>
        <source>Finding the steps</source>
        <translation>Recherche des étapes</translation>
    </message>
    <message>
        <source>Building the network</source>
        <translation>Construction du réseau</translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation>Ouverture de {file}</translation>
    </message>
    <message>
        <source>Recovering {title}</source>
        <translation>Récupération de {title}</translation>
    </message>
    <message>
        <source>Saving {file}</source>
        <translation>Enregistrement de {file}</translation>
    </message>
    <message>
        <source>there is nothing to do again</source>
        <translation>il n’y a rien à rétablir</translation>
    </message>
    <message>
        <source>select one node or one group first</source>
        <translation>sélectionner d’abord un nœud ou un groupe</translation>
    </message>
    <message>
        <source>select a leaf that holds one number first</source>
        <translation>sélectionner d’abord une feuille qui contient un nombre</translation>
    </message>
    <message>
        <source>there is no parameter or input yet</source>
        <translation>il n’y a encore ni paramètre ni entrée</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>il n’y a rien à annuler</translation>
    </message>
    <message>
        <source>canvas and lesson fill the screen</source>
        <translation>le canevas et la leçon remplissent l’écran</translation>
    </message>
    <message>
        <source>select one edge first</source>
        <translation>sélectionner d’abord une seule arête</translation>
    </message>
    <message>
        <source>select a group first</source>
        <translation>sélectionner d’abord un groupe</translation>
    </message>
    <message>
        <source>there is no leaf yet</source>
        <translation>il n’y a encore aucune feuille</translation>
    </message>
    <message>
        <source>select one node first</source>
        <translation>sélectionner d’abord un seul nœud</translation>
    </message>
    <message>
        <source>the graph is still empty</source>
        <translation>le graphe est encore vide</translation>
    </message>
    <message>
        <source>select a node first</source>
        <translation>sélectionner d’abord un nœud</translation>
    </message>
    <message>
        <source>select a node or an edge first</source>
        <translation>sélectionner d’abord un nœud ou une arête</translation>
    </message>
    <message>
        <source>select several nodes first</source>
        <translation>sélectionner d’abord plusieurs nœuds</translation>
    </message>
    <message>
        <source>select one leaf or one formula first</source>
        <translation>sélectionner d’abord une feuille ou une formule</translation>
    </message>
    <message>
        <source>select one or two nodes first, outside a lesson</source>
        <translation>sélectionner d’abord un ou deux nœuds, hors d’une leçon</translation>
    </message>
    <message>
        <source>there are no numbers that may be told</source>
        <translation>il n’y a aucun nombre qui puisse être montré</translation>
    </message>
    <message>
        <source>Save as own op</source>
        <translation>Enregistrer comme opération personnelle</translation>
    </message>
    <message>
        <source>Save as o&amp;wn op…</source>
        <translation>Enregistrer comme &amp;opération…</translation>
    </message>
    <message>
        <source>New o&amp;wn op…</source>
        <translation>Nouvelle opération perso&amp;nnelle…</translation>
    </message>
    <message>
        <source>Graphs that use it keep it.</source>
        <translation>Les graphes qui l’utilisent la gardent.</translation>
    </message>
    <message>
        <source>New own op</source>
        <translation>Nouvelle opération personnelle</translation>
    </message>
    <message>
        <source>Delete {name} from the palette?</source>
        <translation>Supprimer {name} de la palette ?</translation>
    </message>
    <message>
        <source>Keep the formula under a name in the palette</source>
        <translation>Garder la formule sous un nom dans la palette</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>Modifier {name}</translation>
    </message>
    <message>
        <source>B&amp;ump</source>
        <translation>Pert&amp;urber</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Entraîner</translation>
    </message>
    <message>
        <source>&amp;Quiz</source>
        <translation>&amp;Quiz</translation>
    </message>
    <message>
        <source>Open t&amp;raining data…</source>
        <translation>Ouvrir des &amp;données…</translation>
    </message>
    <message>
        <source>gradient descent, learning rate, optimizer, Adam</source>
        <translation>descente de gradient, taux d’apprentissage, optimiseur, Adam</translation>
    </message>
    <message>
        <source>Take data</source>
        <translation>Prendre les données</translation>
    </message>
    <message>
        <source>{file} cannot be used:</source>
        <translation>{file} n’est pas utilisable :</translation>
    </message>
    <message>
        <source>The selected</source>
        <translation>La sélection</translation>
    </message>
    <message>
        <source>All parameters</source>
        <translation>Tous les paramètres</translation>
    </message>
    <message>
        <source>All leaves</source>
        <translation>Toutes les feuilles</translation>
    </message>
    <message>
        <source>&amp;Randomise values…</source>
        <translation>Valeurs aléa&amp;toires…</translation>
    </message>
    <message>
        <source>Give leaves random values, by a seed</source>
        <translation>Donner aux feuilles des valeurs aléatoires, selon une graine</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Num&amp;bers on edges</source>
        <translation>Nom&amp;bres sur les arêtes</translation>
    </message>
    <message>
        <source>Al&amp;ign</source>
        <translation>Al&amp;igner</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>&amp;Graphe</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>&amp;Leçon</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Fe&amp;nêtre</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>Rec&amp;hercher…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Occurrence su&amp;ivante</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Pré&amp;férences…</translation>
    </message>
    <message>
        <source>&amp;Command by name…</source>
        <translation>Commande par &amp;nom…</translation>
    </message>
    <message>
        <source>Next pan&amp;e</source>
        <translation>Volet s&amp;uivant</translation>
    </message>
    <message>
        <source>P&amp;revious pane</source>
        <translation>Volet précé&amp;dent</translation>
    </message>
    <message>
        <source>Context &amp;menu</source>
        <translation>&amp;Menu contextuel</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Zoom avant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>&amp;Fit all</source>
        <translation>Tout a&amp;juster</translation>
    </message>
    <message>
        <source>Fit all into the view</source>
        <translation>Ajuster tout à la vue</translation>
    </message>
    <message>
        <source>Fit the &amp;selection</source>
        <translation>Ajuster la &amp;sélection</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>&amp;Palette</translation>
    </message>
    <message>
        <source>I&amp;nspector</source>
        <translation>&amp;Inspecteur</translation>
    </message>
    <message>
        <source>Values &amp;and derivatives</source>
        <translation>V&amp;aleurs et dérivées</translation>
    </message>
    <message>
        <source>&amp;Values alone</source>
        <translation>&amp;Valeurs seules</translation>
    </message>
    <message>
        <source>&amp;Derivatives alone</source>
        <translation>&amp;Dérivées seules</translation>
    </message>
    <message>
        <source>&amp;No numbers</source>
        <translation>Aucun &amp;nombre</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>settings, options, language</source>
        <translation>réglages, options, langue</translation>
    </message>
    <message>
        <source>Change between light and dark</source>
        <translation>Basculer entre clair et sombre</translation>
    </message>
    <message>
        <source>&amp;Minimise</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>&amp;Next window</source>
        <translation>Fenêtre &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Previous window</source>
        <translation>Fenêtre précé&amp;dente</translation>
    </message>
    <message>
        <source>Op, value or expression</source>
        <translation>Opération, valeur ou expression</translation>
    </message>
    <message>
        <source>feeds {node}: {port}</source>
        <translation>alimente {node} : {port}</translation>
    </message>
    <message>
        <source>goes into {edge}</source>
        <translation>entre dans {edge}</translation>
    </message>
    <message>
        <source>select two cards or more to align them</source>
        <translation>sélectionner au moins deux cartes pour les aligner</translation>
    </message>
    <message>
        <source>select three cards or more to distribute them</source>
        <translation>sélectionner au moins trois cartes pour les répartir</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Aligner</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Répartir</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Déplier</translation>
    </message>
    <message>
        <source>Edit value</source>
        <translation>Modifier la valeur</translation>
    </message>
    <message>
        <source>Edit formula</source>
        <translation>Modifier la formule</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>sans titre</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>paramètre</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrée</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>constante</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>la sortie</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>edges changed</source>
        <translation>arêtes modifiées</translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation>{name} vaut {value}</translation>
    </message>
    <message>
        <source>group {title}, folded, {n} nodes</source>
        <translation>groupe {title}, replié, {n} nœuds</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>valeur {value}</translation>
    </message>
    <message>
        <source>derivative {value}</source>
        <translation>dérivée {value}</translation>
    </message>
    <message>
        <source>{what} selected</source>
        <translation>{what} sélectionnés</translation>
    </message>
    <message>
        <source>graph of {nodes} nodes and {edges} edges</source>
        <translation>graphe de {nodes} nœuds et {edges} arêtes</translation>
    </message>
    <message>
        <source>{n} nodes</source>
        <translation>{n} nœuds</translation>
    </message>
    <message>
        <source>fed by {names}</source>
        <translation>alimenté par {names}</translation>
    </message>
    <message>
        <source>feeds {names}</source>
        <translation>alimente {names}</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 nœud</translation>
    </message>
    <message>
        <source>1 edge</source>
        <translation>1 arête</translation>
    </message>
    <message>
        <source>{n} edges</source>
        <translation>{n} arêtes</translation>
    </message>
    <message>
        <source>removed {names}</source>
        <translation>{names} : supprimé</translation>
    </message>
    <message>
        <source>added {names}</source>
        <translation>{names} : ajouté</translation>
    </message>
    <message>
        <source>moved {names}</source>
        <translation>{names} : déplacé</translation>
    </message>
    <message>
        <source>{old} is now {new}</source>
        <translation>{old} s’appelle maintenant {new}</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>undone: {step}</source>
        <translation>annulé : {step}</translation>
    </message>
    <message>
        <source>What the bump changed:</source>
        <translation>Ce que la perturbation a changé :</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graphe</translation>
    </message>
    <message>
        <source>Cut {nodes}</source>
        <translation>Couper {nodes}</translation>
    </message>
    <message>
        <source>Duplicate {nodes}</source>
        <translation>Dupliquer {nodes}</translation>
    </message>
    <message>
        <source>This is a table: select a leaf for it, or paste it into the panel Train.</source>
        <translation>C’est un tableau : choisir une feuille pour lui, ou le coller sous Entraîner.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>il est vide</translation>
    </message>
    <message>
        <source>The clipboard holds neither nodes nor text</source>
        <translation>Le presse-papiers ne contient ni nœuds ni texte</translation>
    </message>
    <message>
        <source>The clipboard holds no graph: {}</source>
        <translation>Le presse-papiers ne contient pas de graphe : {}</translation>
    </message>
    <message>
        <source>Type what to add, such as J = (w*x + b - y)^2/2</source>
        <translation>Taper ce qu’il faut ajouter, par exemple J = (w*x + b - y)^2/2</translation>
    </message>
    <message>
        <source>or drag leaves and ops from the left and draw edges between them</source>
        <translation>ou glisser des feuilles et opérations depuis la gauche et tracer des arêtes entre elles</translation>
    </message>
    <message>
        <source>{key} waits while this field is open; Esc leaves it</source>
        <translation>{key} attend tant que ce champ est ouvert ; Échap le quitte</translation>
    </message>
    <message>
        <source>Name, formula, value</source>
        <translation>Nom, formule, valeur</translation>
    </message>
    <message>
        <source>Name, label, op, formula or value</source>
        <translation>Nom, étiquette, opération, formule ou valeur</translation>
    </message>
    <message>
        <source>Find a node</source>
        <translation>Rechercher un nœud</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Précédent (Maj+Entrée)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Suivant (Entrée)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} sur {count}</translation>
    </message>
    <message>
        <source>nothing outside this group feeds it; unfold it to connect to it</source>
        <translation>rien hors du groupe ne l’alimente ; le déplier pour le relier</translation>
    </message>
    <message>
        <source>an edge ends at an input</source>
        <translation>une arête finit à une entrée</translation>
    </message>
    <message>
        <source>an edge begins at a node's output</source>
        <translation>une arête part de la sortie d’un nœud</translation>
    </message>
    <message>
        <source>{name} holds {shape} numbers: edit them in the inspector</source>
        <translation>{name} contient {shape} nombres : les modifier dans l’inspecteur</translation>
    </message>
    <message>
        <source>{number} cannot be dragged: type a number</source>
        <translation>{number} ne peut pas être glissé : taper un nombre</translation>
    </message>
    <message>
        <source>Title of the group</source>
        <translation>Titre du groupe</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>select a group, or something in it</source>
        <translation>sélectionner un groupe, ou un de ses éléments</translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation>Nom de {name}</translation>
    </message>
    <message>
        <source>Value of {name}</source>
        <translation>Valeur de {name}</translation>
    </message>
    <message>
        <source>Formula of {name}</source>
        <translation>Formule de {name}</translation>
    </message>
    <message>
        <source>Insert {name}</source>
        <translation>Insérer {name}</translation>
    </message>
    <message>
        <source>{name} is the first input of {node}</source>
        <translation>{name} est la première entrée de {node}</translation>
    </message>
    <message>
        <source>{name} is the last input of {node}</source>
        <translation>{name} est la dernière entrée de {node}</translation>
    </message>
    <message>
        <source>no card lies above {name}</source>
        <translation>aucune carte n’est au-dessus de {name}</translation>
    </message>
    <message>
        <source>no card lies below {name}</source>
        <translation>aucune carte n’est au-dessous de {name}</translation>
    </message>
    <message>
        <source>no edge leaves {name}</source>
        <translation>aucune arête ne part de {name}</translation>
    </message>
    <message>
        <source>no edge leads into {name}</source>
        <translation>aucune arête ne mène à {name}</translation>
    </message>
    <message>
        <source>Connect {name} with</source>
        <translation>Relier {name} à</translation>
    </message>
    <message>
        <source>neither {name} nor {other} takes an input</source>
        <translation>ni {name} ni {other} n’accepte d’entrée</translation>
    </message>
    <message>
        <source>replaces {name}</source>
        <translation>remplace {name}</translation>
    </message>
    <message>
        <source>no node is called ‘{text}’</source>
        <translation>aucun nœud ne s’appelle « {text} »</translation>
    </message>
    <message>
        <source>one ‘=’ is enough: {name} = {value}</source>
        <translation>un seul « = » suffit : {name} = {value}</translation>
    </message>
    <message>
        <source>‘{name}’ would be an op of your own: it is made in Graph › New own op…; a node is {node} = …</source>
        <translation>« {name} » serait une opération personnelle : elle se crée dans Graphe › Nouvelle opération personnelle… ; un nœud est {node} = …</translation>
    </message>
    <message>
        <source>a name is missing before ‘=’</source>
        <translation>il manque un nom devant « = »</translation>
    </message>
    <message>
        <source>{n}, e a leaf</source>
        <translation>{n}, e une feuille</translation>
    </message>
    <message>
        <source>there is already a node named {name}</source>
        <translation>un nœud nommé {name} existe déjà</translation>
    </message>
    <message>
        <source>{n}, written out</source>
        <translation>{n}, écrit en toutes opérations</translation>
    </message>
    <message>
        <source>an expression here has to use {name}</source>
        <translation>une expression doit ici utiliser {name}</translation>
    </message>
    <message>
        <source>a leaf takes no input; type an op</source>
        <translation>une feuille n’a pas d’entrée ; taper une opération</translation>
    </message>
    <message>
        <source>Set {n} values</source>
        <translation>Définir {n} valeurs</translation>
    </message>
    <message>
        <source>Set {name}</source>
        <translation>Définir {name}</translation>
    </message>
    <message>
        <source>‘{name}’ is there already; draw an edge to it, or select it and press Ctrl+K</source>
        <translation>« {name} » existe déjà ; tracez une arête vers lui, ou sélectionnez-le et appuyez sur Ctrl+K</translation>
    </message>
    <message>
        <source>nothing that fits here is called ‘{text}’</source>
        <translation>rien qui convienne ici ne s’appelle « {text} »</translation>
    </message>
    <message>
        <source>no op is called ‘{text}’</source>
        <translation>aucune opération ne s’appelle « {text} »</translation>
    </message>
    <message>
        <source>{old} was the output; now {new} is</source>
        <translation>{old} était la sortie ; c’est maintenant {new}</translation>
    </message>
    <message>
        <source>{name} stays the output; {key} on another end makes that the output</source>
        <translation>{name} reste la sortie ; {key} sur un autre nœud final en fait la sortie</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>{port} of {node} is missing: type what feeds it</source>
        <translation>{port} de {node} manque : tapez ce qui l’alimente</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>Changer le titre</translation>
    </message>
    <message>
        <source>Name no output</source>
        <translation>Ne désigner aucune sortie</translation>
    </message>
    <message>
        <source>Slider of {name}</source>
        <translation>Curseur de {name}</translation>
    </message>
    <message>
        <source>Set {key} of {name}</source>
        <translation>Définir {key} de {name}</translation>
    </message>
    <message>
        <source>Change what {name} is</source>
        <translation>Changer ce qu’est {name}</translation>
    </message>
    <message>
        <source>Set {name} as output</source>
        <translation>Prendre {name} comme sortie</translation>
    </message>
    <message>
        <source>expected an edge to one of the nodes</source>
        <translation>arête vers l’un des nœuds attendue</translation>
    </message>
    <message>
        <source>Paste {nodes}</source>
        <translation>Coller {nodes}</translation>
    </message>
    <message>
        <source>a graph has {n} nodes at most</source>
        <translation>un graphe a au plus {n} nœuds</translation>
    </message>
    <message>
        <source>expected a list</source>
        <translation>liste attendue</translation>
    </message>
    <message>
        <source>Connect {source} to {target}</source>
        <translation>Relier {source} à {target}</translation>
    </message>
    <message>
        <source>Disconnect {source} from {target}</source>
        <translation>Délier {source} de {target}</translation>
    </message>
    <message>
        <source>Change the formula of {name}</source>
        <translation>Changer la formule de {name}</translation>
    </message>
    <message>
        <source>{name} is no formula</source>
        <translation>{name} n’est pas une formule</translation>
    </message>
    <message>
        <source>Fold {titles}</source>
        <translation>Replier {titles}</translation>
    </message>
    <message>
        <source>Unfold {titles}</source>
        <translation>Déplier {titles}</translation>
    </message>
    <message>
        <source>select what shall be grouped</source>
        <translation>sélectionner ce qu’il faut grouper</translation>
    </message>
    <message>
        <source>Group {title}</source>
        <translation>Grouper {title}</translation>
    </message>
    <message>
        <source>a group needs a title</source>
        <translation>un groupe doit avoir un titre</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} groupes</translation>
    </message>
    <message>
        <source>Ungroup {titles}</source>
        <translation>Dégrouper {titles}</translation>
    </message>
    <message>
        <source>Rename the group {title}</source>
        <translation>Renommer le groupe {title}</translation>
    </message>
    <message>
        <source>these are the group ‘{title}’ already</source>
        <translation>c’est déjà le groupe « {title} »</translation>
    </message>
    <message>
        <source>a part of the group ‘{title}’ is selected; select all of it, or only in it</source>
        <translation>une partie du groupe « {title} » est sélectionnée ; le sélectionner en entier, ou rester à l’intérieur</translation>
    </message>
    <message>
        <source>{delete} and heal</source>
        <translation>{delete} et raccorder</translation>
    </message>
    <message>
        <source>Change what is said</source>
        <translation>Changer le texte de l’étape</translation>
    </message>
    <message>
        <source>Remove the quiz</source>
        <translation>Retirer le quiz</translation>
    </message>
    <message>
        <source>Keep the quiz</source>
        <translation>Garder le quiz</translation>
    </message>
    <message>
        <source>Change the training</source>
        <translation>Changer l’entraînement</translation>
    </message>
    <message>
        <source>Remove the data</source>
        <translation>Retirer les données</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>Changer les données</translation>
    </message>
    <message>
        <source>Add {nodes}</source>
        <translation>Ajouter {nodes}</translation>
    </message>
    <message>
        <source>Delete {nodes}</source>
        <translation>Supprimer {nodes}</translation>
    </message>
    <message>
        <source>Move {nodes}</source>
        <translation>Déplacer {nodes}</translation>
    </message>
    <message>
        <source>Rename {old} to {new}</source>
        <translation>Renommer {old} en {new}</translation>
    </message>
    <message>
        <source>Change own ops</source>
        <translation>Changer les opérations personnelles</translation>
    </message>
    <message>
        <source>Make {node} the op {op}</source>
        <translation>Faire de {node} l’opération {op}</translation>
    </message>
    <message>
        <source>type the formula alone: {formula}</source>
        <translation>tapez la formule seule : {formula}</translation>
    </message>
    <message>
        <source>{name} is computed from itself</source>
        <translation>{name} se calcule à partir de lui-même</translation>
    </message>
    <message>
        <source>Change the op {name}</source>
        <translation>Changer l’opération {name}</translation>
    </message>
    <message>
        <source>Randomise 1 value</source>
        <translation>Tirer 1 valeur au hasard</translation>
    </message>
    <message>
        <source>Randomise {n} values</source>
        <translation>Tirer {n} valeurs au hasard</translation>
    </message>
    <message>
        <source>Delete the selection</source>
        <translation>Supprimer la sélection</translation>
    </message>
    <message>
        <source>Disconnect {count} edges</source>
        <translation>Supprimer {count} arêtes</translation>
    </message>
    <message>
        <source>Give {count} sliders</source>
        <translation>Ajouter {count} curseurs</translation>
    </message>
    <message>
        <source>Take {count} sliders</source>
        <translation>Retirer {count} curseurs</translation>
    </message>
    <message>
        <source>Set {count} values</source>
        <translation>Définir {count} valeurs</translation>
    </message>
    <message>
        <source>Qt is used under the LGPL 3: its libraries lie beside the program and may be replaced.</source>
        <translation>Qt est utilisé sous la LGPL 3 : ses bibliothèques se trouvent à côté du programme et peuvent être remplacées.</translation>
    </message>
    <message>
        <source>About Chainrule</source>
        <translation>À propos de Chainrule</translation>
    </message>
    <message>
        <source>What Chainrule ships</source>
        <translation>Ce que Chainrule contient</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Élément</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Draw a computation graph and see every value and every derivative.

Version {version}
Free software under the MIT licence. It ships these, each under its own:</source>
        <translation>Dessiner un graphe de calcul et voir chaque valeur et chaque dérivée.

Version {version}
Logiciel libre sous licence MIT. Il contient ceci, chacun sous sa propre licence :</translation>
    </message>
    <message>
        <source>To go on replaces what it holds.</source>
        <translation>Continuer remplace son contenu.</translation>
    </message>
    <message>
        <source>Graphs, and pictures that hold one (*.chainrule *.png *.svg)</source>
        <translation>Graphes, et images qui en contiennent un (*.chainrule *.png *.svg)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>Ouvrir un tableau</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tableaux (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation>{file} existe déjà.</translation>
    </message>
    <message>
        <source>Chainrule graphs (*.chainrule)</source>
        <translation>Graphes Chainrule (*.chainrule)</translation>
    </message>
    <message>
        <source>Every step of the lesson</source>
        <translation>Chaque étape de la leçon</translation>
    </message>
    <message>
        <source>A bump, and n + p against n × p</source>
        <translation>Une perturbation, et n + p contre n × p</translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation>Tel que dessiné</translation>
    </message>
    <message>
        <source>The page: a shape such as 16:9, or pixels such as 1280x720</source>
        <translation>La page : un format tel que 16:9, ou des pixels tels que 1280x720</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Échelle</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation>Fond transparent</translation>
    </message>
    <message>
        <source>Only what is selected</source>
        <translation>Seulement la sélection</translation>
    </message>
    <message>
        <source>Say which number is which</source>
        <translation>Légende des nombres</translation>
    </message>
    <message>
        <source>Hold the graph, to open it again</source>
        <translation>Inclure le graphe</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>the page “{}” is neither a shape such as 16:9 nor pixels: 1280x720</source>
        <translation>la page « {} » n’est ni un format tel que 16:9 ni en pixels : 1280x720</translation>
    </message>
    <message>
        <source>To go on replaces what they hold.</source>
        <translation>Continuer remplace leur contenu.</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Exporter l’image</translation>
    </message>
    <message>
        <source>{first} to {last} are there already.</source>
        <translation>{first} à {last} existent déjà.</translation>
    </message>
    <message>
        <source>1 slide</source>
        <translation>1 diapositive</translation>
    </message>
    <message>
        <source>{n} slides</source>
        <translation>{n} diapositives</translation>
    </message>
    <message>
        <source>A page for the browser with every step, offline</source>
        <translation>Une page pour le navigateur avec chaque étape, hors ligne</translation>
    </message>
    <message>
        <source>Lines and letters, sharp at any size</source>
        <translation>Lignes et lettres, nettes à toute taille</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>drawing was given up; choose otherwise, or a part of the graph</source>
        <translation>le dessin a été abandonné ; choisir autrement, ou une partie du graphe</translation>
    </message>
    <message>
        <source>{}; {} files: {}-01{}, …</source>
        <translation>{} ; {} fichiers : {}-01{}, …</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>Écriture de {file}</translation>
    </message>
    <message>
        <source>{}, shapes and text that can be edited</source>
        <translation>{}, formes et texte modifiables</translation>
    </message>
    <message>
        <source>{} × {} pixels</source>
        <translation>{} × {} pixels</translation>
    </message>
    <message>
        <source>{}, {} pages</source>
        <translation>{}, {} pages</translation>
    </message>
    <message>
        <source>{}, {} steps</source>
        <translation>{}, {} étapes</translation>
    </message>
    <message>
        <source>{file} could not be written:</source>
        <translation>Impossible d’écrire {file} :</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} sur {}</translation>
    </message>
    <message>
        <source>Export code</source>
        <translation>Exporter le code</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Writing the text</source>
        <translation>Écriture du texte</translation>
    </message>
    <message>
        <source>{} lines</source>
        <translation>{} lignes</translation>
    </message>
    <message>
        <source>Writing the text was given up</source>
        <translation>L’écriture a été abandonnée</translation>
    </message>
    <message>
        <source>{} lines, of which the first {} are shown</source>
        <translation>{} lignes, dont les {} premières sont affichées</translation>
    </message>
    <message>
        <source>Something went wrong in Chainrule itself</source>
        <translation>Un problème est survenu dans Chainrule même</translation>
    </message>
    <message>
        <source>The report says what happened, and where. You can go on working.</source>
        <translation>Le rapport dit ce qui s’est passé, et où. Le travail peut continuer.</translation>
    </message>
    <message>
        <source>Chainrule crashed the last time</source>
        <translation>Chainrule a planté la dernière fois</translation>
    </message>
    <message>
        <source>The report says where. Unsaved work is offered next, if there is any.</source>
        <translation>Le rapport dit où. S’il y a du travail non enregistré, il est proposé ensuite.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>Copier le &amp;rapport</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Chainrule guide</source>
        <translation>Guide de Chainrule</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>Sans enregistrement, elles sont perdues.</translation>
    </message>
    <message>
        <source>&amp;Don’t save</source>
        <translation>&amp;Ne pas enregistrer</translation>
    </message>
    <message>
        <source>{name} has been open on {computer} since {when}.</source>
        <translation>{name} est ouvert sur {computer} depuis {when}.</translation>
    </message>
    <message>
        <source>{name} has been open in another window since {when}.</source>
        <translation>{name} est ouvert dans une autre fenêtre depuis {when}.</translation>
    </message>
    <message>
        <source>A copy can be looked at and saved under another name.</source>
        <translation>Une copie peut être consultée et enregistrée sous un autre nom.</translation>
    </message>
    <message>
        <source>Open a &amp;copy</source>
        <translation>Ouvrir une &amp;copie</translation>
    </message>
    <message>
        <source>Taking theirs gives up your unsaved changes.</source>
        <translation>Prendre l’autre version abandonne les modifications non enregistrées.</translation>
    </message>
    <message>
        <source>Keeping yours leaves the file as it is until you save.</source>
        <translation>Garder la sienne laisse le fichier tel quel jusqu’à l’enregistrement.</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Garder la mienne</translation>
    </message>
    <message>
        <source>&amp;Take theirs</source>
        <translation>&amp;Prendre l’autre</translation>
    </message>
    <message>
        <source>&amp;Save mine as…</source>
        <translation>&amp;Enregistrer la mienne sous…</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>P&amp;lus tard</translation>
    </message>
    <message>
        <source>Save the changes to “{title}”?</source>
        <translation>Enregistrer les modifications de « {title} » ?</translation>
    </message>
    <message>
        <source>{name} was changed outside this window.</source>
        <translation>{name} a été modifié hors de cette fenêtre.</translation>
    </message>
    <message>
        <source>write c for it, and give c the value {number} below</source>
        <translation>écrire c à la place, et donner à c la valeur {number} ci-dessous</translation>
    </message>
    <message>
        <source>New from expression</source>
        <translation>Nouveau depuis une expression</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>Several assignments stand on lines of their own: c = w*x, then J = c^2</source>
        <translation>Chaque affectation a sa propre ligne : c = w*x, puis J = c^2</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>One node for each operation</source>
        <translation>Un nœud pour chaque opération</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Créer</translation>
    </message>
    <message>
        <source>&amp;Expression</source>
        <translation>&amp;Expression</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Valeurs</translation>
    </message>
    <message>
        <source>Leaf</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>{} nodes, {} edges</source>
        <translation>{} nœuds, {} arêtes</translation>
    </message>
    <message>
        <source>Too large to be shown while typing</source>
        <translation>Trop grand pour être montré pendant la saisie</translation>
    </message>
    <message>
        <source>{nodes} nodes, {parameters} parameters</source>
        <translation>{nodes} nœuds, {parameters} paramètres</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>Nouveau réseau</translation>
    </message>
    <message>
        <source>Units from the inputs to the outputs; 20*3 stands for 20,20,20</source>
        <translation>Unités des entrées aux sorties ; 20*3 signifie 20,20,20</translation>
    </message>
    <message>
        <source>Arrays, a matrix product per layer</source>
        <translation>Tableaux, un produit matriciel par couche</translation>
    </message>
    <message>
        <source>Numbers, a formula per neuron</source>
        <translation>Nombres, une formule par neurone</translation>
    </message>
    <message>
        <source>Numbers, a node per operation</source>
        <translation>Nombres, un nœud par opération</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activation</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>How cards write it before its inputs, such as φ</source>
        <translation>Comment les cartes l’écrivent devant ses entrées, par exemple φ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formule</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Garder</translation>
    </message>
    <message>
        <source>{name} is an op already; choose another name</source>
        <translation>{name} est déjà une opération ; choisir un autre nom</translation>
    </message>
    <message>
        <source>A name to find it by, and how cards write it</source>
        <translation>Un nom pour la retrouver, et comment les cartes l’écrivent</translation>
    </message>
    <message>
        <source>A formula with a letter for each input</source>
        <translation>Une formule avec une lettre pour chaque entrée</translation>
    </message>
    <message>
        <source>type a name for the op</source>
        <translation>taper un nom pour l’opération</translation>
    </message>
    <message>
        <source>Unsaved work is written down within two seconds of every edit; after a crash the next start offers it. It is kept in {folder}.</source>
        <translation>Le travail non enregistré est noté dans les deux secondes suivant chaque modification ; après un plantage, le démarrage suivant le propose. Il est gardé dans {folder}.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Cards snap to the grid and to other cards</source>
        <translation>Les cartes s’alignent entre elles et sur la grille</translation>
    </message>
    <message>
        <source>A minimap while only a part is seen</source>
        <translation>Une mini-carte quand seule une partie est visible</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>The &amp;wheel</source>
        <translation>La &amp;molette</translation>
    </message>
    <message>
        <source>&amp;Edges show</source>
        <translation>Les &amp;arêtes montrent</translation>
    </message>
    <message>
        <source>Significant &amp;digits</source>
        <translation>&amp;Chiffres significatifs</translation>
    </message>
    <message>
        <source>Pans, Ctrl+wheel zooms</source>
        <translation>Déplace, Ctrl+molette zoome</translation>
    </message>
    <message>
        <source>Zooms, Ctrl+wheel pans</source>
        <translation>Zoome, Ctrl+molette déplace</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Holds from the next start</source>
        <translation>Prend effet au prochain démarrage</translation>
    </message>
    <message>
        <source>Values and derivatives</source>
        <translation>Valeurs et dérivées</translation>
    </message>
    <message>
        <source>Values alone</source>
        <translation>Valeurs seules</translation>
    </message>
    <message>
        <source>Derivatives alone</source>
        <translation>Dérivées seules</translation>
    </message>
    <message>
        <source>No numbers</source>
        <translation>Aucun nombre</translation>
    </message>
    <message>
        <source>Randomise values</source>
        <translation>Valeurs aléatoires</translation>
    </message>
    <message>
        <source>Uniform, from −scale to scale</source>
        <translation>Uniforme, de −échelle à échelle</translation>
    </message>
    <message>
        <source>Normal, scale is the deviation</source>
        <translation>Normale, l’échelle est l’écart-type</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Feuilles</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribution</translation>
    </message>
    <message>
        <source>&amp;Randomise</source>
        <translation>&amp;Tirer au hasard</translation>
    </message>
    <message>
        <source>The same seed gives the same values again.</source>
        <translation>La même graine redonne les mêmes valeurs.</translation>
    </message>
    <message>
        <source>This work was not saved. Recovering it replaces no file until you save.</source>
        <translation>Ce travail n’a pas été enregistré. Le récupérer ne remplace aucun fichier avant l’enregistrement.</translation>
    </message>
    <message>
        <source>Recover unsaved work</source>
        <translation>Récupérer le travail non enregistré</translation>
    </message>
    <message>
        <source>never saved</source>
        <translation>jamais enregistré</translation>
    </message>
    <message>
        <source>Chainrule did not close properly</source>
        <translation>Chainrule ne s’est pas fermé normalement</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Récupérer</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>A&amp;bandonner</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Undo {edit}</source>
        <translation>Annuler : {edit}</translation>
    </message>
    <message>
        <source>Redo {edit}</source>
        <translation>Rétablir : {edit}</translation>
    </message>
    <message>
        <source>it is a pipe or a device, not a file</source>
        <translation>c’est un tube ou un périphérique, pas un fichier</translation>
    </message>
    <message>
        <source>{n} steps of {width} × {height} pixels are too much for one animation; choose a smaller scale</source>
        <translation>{n} étapes de {width} × {height} pixels, c’est trop pour une animation ; choisir une échelle plus petite</translation>
    </message>
    <message>
        <source>n operations, p parameters. With 10,000 and 100,000 of them it is 110,000 steps against a billion.</source>
        <translation>n opérations, p paramètres. Avec 10 000 et 100 000, cela fait 110 000 étapes contre un milliard.</translation>
    </message>
    <message>
        <source>no bump: no parameter or input moves the output</source>
        <translation>pas de perturbation : aucun paramètre ni entrée n’agit sur la sortie</translation>
    </message>
    <message>
        <source>n + p against n × entries</source>
        <translation>n + p contre n × éléments</translation>
    </message>
    <message>
        <source>n + p against n × p</source>
        <translation>n + p contre n × p</translation>
    </message>
    <message>
        <source>n operations, p parameters. Bumping runs all n anew for each entry of each parameter, backpropagation once for all.</source>
        <translation>n opérations, p paramètres. Perturber refait les n pour chaque élément de chaque paramètre, la rétropropagation une fois pour tous.</translation>
    </message>
    <message>
        <source>no bump: {output} is {value}</source>
        <translation>pas de perturbation : {output} vaut {value}</translation>
    </message>
    <message>
        <source>no bump: it would tell what the quiz still asks for</source>
        <translation>pas de perturbation : elle révélerait ce que le quiz demande encore</translation>
    </message>
    <message>
        <source>no bump: no parameter or input that moves the output is selected</source>
        <translation>pas de perturbation : aucun paramètre ni entrée qui agit sur la sortie n’est sélectionné</translation>
    </message>
    <message>
        <source>a bump of {epsilon}</source>
        <translation>une perturbation de {epsilon}</translation>
    </message>
    <message>
        <source>no bump: {reason}</source>
        <translation>pas de perturbation : {reason}</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>Image SVG</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Document PDF</translation>
    </message>
    <message>
        <source>PowerPoint deck</source>
        <translation>Présentation PowerPoint</translation>
    </message>
    <message>
        <source>TikZ picture</source>
        <translation>Image TikZ</translation>
    </message>
    <message>
        <source>HTML page with the steps</source>
        <translation>Page HTML avec les étapes</translation>
    </message>
    <message>
        <source>GIF animation</source>
        <translation>Animation GIF</translation>
    </message>
    <message>
        <source>APNG animation</source>
        <translation>Animation APNG</translation>
    </message>
    <message>
        <source>the picture would have {width} × {height} pixels, which is too large; choose a smaller scale</source>
        <translation>l’image aurait {width} × {height} pixels, c’est trop grand ; choisir une échelle plus petite</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Première étape</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Étape précédente</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Étape suivante</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Dernière étape</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Step {place} of {all}</source>
        <translation>Étape {place} sur {all}</translation>
    </message>
    <message>
        <source>Light / dark</source>
        <translation>Clair / sombre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Fit (0)</source>
        <translation>Ajuster (0)</translation>
    </message>
    <message>
        <source>the picture could not be written as PDF</source>
        <translation>l’image n’a pas pu être écrite en PDF</translation>
    </message>
    <message>
        <source>the picture could not be encoded as PNG</source>
        <translation>l’image n’a pas pu être écrite en PNG</translation>
    </message>
    <message>
        <source>the numbers on the slide of the bump are {size} points, too small for a lecture hall: that of a selection has larger ones, and a folded group takes one card's room</source>
        <translation>les nombres font {size} points sur la diapositive de la perturbation, trop petits pour un amphithéâtre : celle d’une sélection en a de plus grands, et un groupe replié ne prend que la place d’une carte</translation>
    </message>
    <message>
        <source>the numbers are {size} points on a slide, too small for a lecture hall: slides of a selection have larger ones, and a folded group takes one card's room</source>
        <translation>les nombres font {size} points sur une diapositive, trop petits pour un amphithéâtre : les diapositives d’une sélection en ont de plus grands, et un groupe replié ne prend que la place d’une carte</translation>
    </message>
    <message>
        <source>a slide is at most {n} times as high as it is wide</source>
        <translation>une diapositive est au plus {n} fois plus haute que large</translation>
    </message>
    <message>
        <source>a slide of this shape has no room for the picture: choose a higher one</source>
        <translation>une diapositive de cette forme n’a pas de place pour l’image : choisissez-en une plus haute</translation>
    </message>
    <message>
        <source>value {number}</source>
        <translation>valeur {number}</translation>
    </message>
    <message>
        <source>derivative {number}</source>
        <translation>dérivée {number}</translation>
    </message>
    <message>
        <source>edge from {source} to {target}</source>
        <translation>arête de {source} à {target}</translation>
    </message>
    <message>
        <source>the graph is empty: there is nothing to draw</source>
        <translation>le graphe est vide : il n’y a rien à dessiner</translation>
    </message>
    <message>
        <source>nothing is selected: there is nothing to draw</source>
        <translation>rien n’est sélectionné : il n’y a rien à dessiner</translation>
    </message>
    <message>
        <source>the picture would be {width} × {height} points large, and TeX draws at most {most}; lay it out for a page, or select a part of it</source>
        <translation>l’image ferait {width} × {height} points, et TeX en dessine au plus {most} ; disposez-la pour une page, ou choisissez-en une partie</translation>
    </message>
    <message>
        <source>en</source>
        <translation>fr</translation>
    </message>
    <message>
        <source>no entry is called ‘{text}’; the last one is {last}</source>
        <translation>aucun élément ne s’appelle « {text} » ; le dernier est {last}</translation>
    </message>
    <message>
        <source>no step comes before the first</source>
        <translation>aucune étape ne précède la première</translation>
    </message>
    <message>
        <source>no step comes after the last</source>
        <translation>aucune étape ne suit la dernière</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Élément</translation>
    </message>
    <message>
        <source>One sweep is for one entry of an array</source>
        <translation>Un passage vaut pour un élément d’un tableau</translation>
    </message>
    <message>
        <source>Back to derivatives taken backward</source>
        <translation>Revenir aux dérivées prises en arrière</translation>
    </message>
    <message>
        <source>derivatives by</source>
        <translation>dérivées par</translation>
    </message>
    <message>
        <source>One sweep per leaf. With a single parameter both ways cost the same.</source>
        <translation>Un passage par feuille. Avec un seul paramètre, les deux sens coûtent autant.</translation>
    </message>
    <message>
        <source>{done} of {p} sweeps, one for each entry of a parameter. Backward, 1 sweep is for all {p}.</source>
        <translation>{done} passages sur {p}, un par élément d’un paramètre. En arrière, 1 passage suffit pour les {p}.</translation>
    </message>
    <message>
        <source>{done} of {p} sweeps, one for each parameter. Backward, 1 sweep is for all {p}.</source>
        <translation>{done} passages sur {p}, un par paramètre. En arrière, 1 passage suffit pour les {p}.</translation>
    </message>
    <message>
        <source>Forward mode</source>
        <translation>Mode avant</translation>
    </message>
    <message>
        <source>What is said at this step</source>
        <translation>Texte de cette étape</translation>
    </message>
    <message>
        <source>What is said at this step; Enter keeps it</source>
        <translation>Texte de cette étape ; Entrée le garde</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>First step (Home)</source>
        <translation>Première étape (Début)</translation>
    </message>
    <message>
        <source>Step back (←)</source>
        <translation>Étape précédente (←)</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Lecture ou pause (Espace)</translation>
    </message>
    <message>
        <source>Next step (→)</source>
        <translation>Étape suivante (→)</translation>
    </message>
    <message>
        <source>Last step (End)</source>
        <translation>Dernière étape (Fin)</translation>
    </message>
    <message>
        <source>Write what is said at this step</source>
        <translation>Écrire le texte de cette étape</translation>
    </message>
    <message>
        <source>End the lesson (F5)</source>
        <translation>Terminer la leçon (F5)</translation>
    </message>
    <message>
        <source>there is already an own op named {name}</source>
        <translation>une opération personnelle nommée {name} existe déjà</translation>
    </message>
    <message>
        <source>expected an object with a list of ops</source>
        <translation>objet avec une liste d’opérations attendu</translation>
    </message>
    <message>
        <source>{shape} entries do not fit here; at the first one they replace all</source>
        <translation>{shape} entrées ne tiennent pas ici ; à la première, elles remplacent tout</translation>
    </message>
    <message>
        <source>an entry is a single number</source>
        <translation>une entrée est un seul nombre</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Axe</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Pente</translation>
    </message>
    <message>
        <source>Keep dimensions</source>
        <translation>Garder les dimensions</translation>
    </message>
    <message>
        <source>Select a node to bump it.</source>
        <translation>Sélectionner un nœud pour le perturber.</translation>
    </message>
    <message>
        <source>While a lesson, forward mode or a quiz is on, nothing is bumped.</source>
        <translation>Tant qu’une leçon, le mode avant ou un quiz est en cours, rien n’est perturbé.</translation>
    </message>
    <message>
        <source>ε is a number other than 0</source>
        <translation>ε est un nombre autre que 0</translation>
    </message>
    <message>
        <source>Bump {node}</source>
        <translation>Perturber {node}</translation>
    </message>
    <message>
        <source>Which entry is bumped, such as [0, 2]; ↑ and ↓ step</source>
        <translation>Quel élément est déplacé, par exemple [0, 2] ; ↑ et ↓ passent au suivant</translation>
    </message>
    <message>
        <source>write an entry by its places, such as {entry}</source>
        <translation>indiquez un élément par ses positions, par exemple {entry}</translation>
    </message>
    <message>
        <source>{node} has the shape {shape}: there is no entry {entry}</source>
        <translation>{node} est de forme {shape} : il n’y a pas d’élément {entry}</translation>
    </message>
    <message>
        <source>ε as a power of ten</source>
        <translation>ε en puissance de dix</translation>
    </message>
    <message>
        <source>Distance from the derivative by ε</source>
        <translation>Écart à la dérivée selon ε</translation>
    </message>
    <message>
        <source>There is no derivative to compare with.</source>
        <translation>Il n’y a pas de dérivée à comparer.</translation>
    </message>
    <message>
        <source>Δ{j}/ε is the derivative, whatever ε.</source>
        <translation>Δ{j}/ε est la dérivée, quel que soit ε.</translation>
    </message>
    <message>
        <source>|Δ{j}/ε − ∂{j}| by ε</source>
        <translation>|Δ{j}/ε − ∂{j}| selon ε</translation>
    </message>
    <message>
        <source>Steps by parameters p, with p/10 nodes n; the dots are this graph. At 10,000 nodes and 100,000 parameters it is 110,000 steps against a billion.</source>
        <translation>Étapes selon les paramètres p, avec p/10 nœuds n ; les points sont ce graphe. Avec 10 000 nœuds et 100 000 paramètres, c’est 110 000 étapes contre un milliard.</translation>
    </message>
    <message>
        <source>Of an array every entry counts as a parameter, and a step is all of it.</source>
        <translation>D’un tableau, chaque élément compte comme un paramètre, et une étape le traite en entier.</translation>
    </message>
    <message>
        <source>Every parameter in turn</source>
        <translation>Chaque paramètre à son tour</translation>
    </message>
    <message>
        <source>Steps by parameters</source>
        <translation>Pas selon les paramètres</translation>
    </message>
    <message>
        <source>bumping: {done} of n × entries = {n} × {p} = {all}</source>
        <translation>perturber : {done} de n × éléments = {n} × {p} = {all}</translation>
    </message>
    <message>
        <source>bumping: {done} of n × p = {n} × {p} = {all}</source>
        <translation>perturber : {done} de n × p = {n} × {p} = {all}</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>backprop: {done} of n + p = {n} + {p} = {all}</source>
        <translation>rétroprop. : {done} de n + p = {n} + {p} = {all}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>{j} has a value on one side only: a border lies here, or within ε.</source>
        <translation>{j} n’a de valeur que d’un côté : un bord se trouve ici, ou à moins de ε.</translation>
    </message>
    <message>
        <source>With −ε it is {slope}: {j} has a kink here.</source>
        <translation>Avec −ε c’est {slope} : {j} a ici un point anguleux.</translation>
    </message>
    <message>
        <source>With −ε it is {slope}: {j} has a kink within ε of here.</source>
        <translation>Avec −ε c’est {slope} : {j} a un point anguleux à moins de ε.</translation>
    </message>
    <message>
        <source>With −ε it is {slope}: {j} is curved, and a smaller ε brings both together.</source>
        <translation>Avec −ε c’est {slope} : {j} est courbe, et un ε plus petit rapproche les deux.</translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation>Règle de la chaîne</translation>
    </message>
    <message>
        <source>Entries of the value</source>
        <translation>Éléments de la valeur</translation>
    </message>
    <message>
        <source>Entries of the derivative</source>
        <translation>Éléments de la dérivée</translation>
    </message>
    <message>
        <source>Derivative</source>
        <translation>Dérivée</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} étapes</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>Curseurs</translation>
    </message>
    <message>
        <source>Automatic ({name})</source>
        <translation>Automatique ({name})</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Select a node or an edge to see all about it.</source>
        <translation>Sélectionner un nœud ou une arête pour tout en voir.</translation>
    </message>
    <message>
        <source>Folded into one card</source>
        <translation>Replié en une carte</translation>
    </message>
    <message>
        <source>What leaves it</source>
        <translation>Ce qui en sort</translation>
    </message>
    <message>
        <source>1 input from outside</source>
        <translation>1 entrée du dehors</translation>
    </message>
    <message>
        <source>{n} inputs from outside</source>
        <translation>{n} entrées du dehors</translation>
    </message>
    <message>
        <source>a pixel: the strongest of {rows} × {columns} entries</source>
        <translation>un pixel : le plus fort de {rows} × {columns} éléments</translation>
    </message>
    <message>
        <source>heat map from {low} to {high}</source>
        <translation>carte de chaleur de {low} à {high}</translation>
    </message>
    <message>
        <source>{counts} selected</source>
        <translation>sélection : {counts}</translation>
    </message>
    <message>
        <source>Derivatives by its inputs</source>
        <translation>Dérivées par ses entrées</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>How the picture writes the node, such as a^{[1]} or w_1</source>
        <translation>Comment l’image écrit le nœud, par exemple a^{[1]} ou w_1</translation>
    </message>
    <message>
        <source>Parameters are trained; inputs take what a table holds</source>
        <translation>Les paramètres sont entraînés ; les entrées prennent ce que contient un tableau</translation>
    </message>
    <message>
        <source>Every derivative shown is the output’s</source>
        <translation>Chaque dérivée montrée est celle de la sortie</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Valeurs actuelles</translation>
    </message>
    <message>
        <source>Find a leaf or an op</source>
        <translation>Chercher feuille, opération</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>No op is called so. A formula is typed on the canvas.</source>
        <translation>Aucune opération ne s’appelle ainsi. Une formule se tape sur le canevas.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Placer</translation>
    </message>
    <message>
        <source>&amp;Keep in the palette</source>
        <translation>&amp;Garder dans la palette</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Personnelles</translation>
    </message>
    <message>
        <source>Own, in this graph</source>
        <translation>Personnelles, dans ce graphe</translation>
    </message>
    <message>
        <source>Numbers, fractions such as −1/4 and expressions such as 2·(3+1) are answers, right within 0.5 %. A point each; a hint or a wrong answer halves it.</source>
        <translation>On répond par des nombres, des fractions comme −1/4 et des expressions comme 2·(3+1), justes à 0.5 % près. Un point chacune ; un indice ou une erreur le divise par deux.</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Points of the last quiz</source>
        <translation>Points du dernier quiz</translation>
    </message>
    <message>
        <source>Ask for values</source>
        <translation>Demander les valeurs</translation>
    </message>
    <message>
        <source>Ask for derivatives</source>
        <translation>Demander les dérivées</translation>
    </message>
    <message>
        <source>Which edges</source>
        <translation>Quelles arêtes</translation>
    </message>
    <message>
        <source>Keep in the file</source>
        <translation>Garder dans le fichier</translation>
    </message>
    <message>
        <source>Whoever opens the file begins with this quiz</source>
        <translation>Qui ouvre le fichier commence par ce quiz</translation>
    </message>
    <message>
        <source>All edges</source>
        <translation>Toutes les arêtes</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Indice</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Numbers are hidden and found by hand, in place, on the canvas.</source>
        <translation>Des nombres sont masqués ; on les trouve à la main, sur place, dans le dessin.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>The chosen edge</source>
        <translation>L’arête choisie</translation>
    </message>
    <message>
        <source>The {n} chosen edges</source>
        <translation>Les {n} arêtes choisies</translation>
    </message>
    <message>
        <source>Chosen edges: select them</source>
        <translation>Arêtes choisies : les sélectionner</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Take out of the file</source>
        <translation>Retirer du fichier</translation>
    </message>
    <message>
        <source>There is no single number to ask for.</source>
        <translation>Il n’y a aucun nombre simple à demander.</translation>
    </message>
    <message>
        <source>{points} of {of} points</source>
        <translation>{points} points sur {of}</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Curseur</translation>
    </message>
    <message>
        <source>Also shown with all other sliders when nothing is selected</source>
        <translation>Montré aussi avec tous les autres curseurs quand rien n’est sélectionné</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>step</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>type one number</source>
        <translation>taper un seul nombre</translation>
    </message>
    <message>
        <source>Slider {}</source>
        <translation>Curseur {}</translation>
    </message>
    <message>
        <source>1 input is missing</source>
        <translation>1 entrée manque</translation>
    </message>
    <message>
        <source>{n} inputs are missing</source>
        <translation>{n} entrées manquent</translation>
    </message>
    <message>
        <source>n ops and p parameters: one backward pass gives every derivative in n + p steps; bumping each parameter in turn takes n × p.</source>
        <translation>n opérations et p paramètres : un passage en arrière donne toutes les dérivées en n + p étapes ; perturber chaque paramètre à son tour en demande n × p.</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>calcul…</translation>
    </message>
    <message>
        <source>shapes do not fit at 1 node</source>
        <translation>formes incompatibles à 1 nœud</translation>
    </message>
    <message>
        <source>shapes do not fit at {n} nodes</source>
        <translation>formes incompatibles à {n} nœuds</translation>
    </message>
    <message>
        <source>n ops and p parameters, each a number or an array: one backward pass gives every derivative in n + p steps; bumping takes n steps for each entry.</source>
        <translation>n opérations et p paramètres, chacun un nombre ou un tableau : un passage en arrière donne toutes les dérivées en n + p étapes ; perturber demande n étapes par élément.</translation>
    </message>
    <message>
        <source>Compute nothing until the next edit (Esc)</source>
        <translation>Ne rien calculer jusqu’à la prochaine modification (Échap)</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Calculer</translation>
    </message>
    <message>
        <source>NaN or infinity starts at {n} nodes</source>
        <translation>NaN ou l’infini commence à {n} nœuds</translation>
    </message>
    <message>
        <source>infinity</source>
        <translation>l’infini</translation>
    </message>
    <message>
        <source>derivatives become NaN or infinite at {n} nodes</source>
        <translation>des dérivées deviennent NaN ou infinies à {n} nœuds</translation>
    </message>
    <message>
        <source>n + p = {fewer} steps against n × p = {more}</source>
        <translation>n + p = {fewer} étapes contre n × p = {more}</translation>
    </message>
    <message>
        <source>{kind} starts at {node}</source>
        <translation>{kind} commence à {node}</translation>
    </message>
    <message>
        <source>n + p = {fewer} steps against n × {entries} entries = {more}</source>
        <translation>n + p = {fewer} étapes contre n × {entries} éléments = {more}</translation>
    </message>
    <message>
        <source>Show {node}</source>
        <translation>Montrer {node}</translation>
    </message>
    <message>
        <source>The output by step is drawn here.</source>
        <translation>La sortie à chaque pas se dessine ici.</translation>
    </message>
    <message>
        <source>{n} of {all} parameters are drawn</source>
        <translation>{n} des {all} paramètres sont tracés</translation>
    </message>
    <message>
        <source>Output by step</source>
        <translation>Sortie à chaque pas</translation>
    </message>
    <message>
        <source>Parameters by step</source>
        <translation>Paramètres à chaque pas</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Log.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Taper</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>A step takes</source>
        <translation>Par pas</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>The next row</source>
        <translation>Ligne suivante</translation>
    </message>
    <message>
        <source>A row, shuffled</source>
        <translation>Ligne mélangée</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Examples for the inputs, a column for each: typed, pasted from a spreadsheet, or a CSV file.</source>
        <translation>Des exemples pour les entrées, une colonne chacune : tapés, collés d’un tableur, ou d’un fichier CSV.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>Retirer des lignes</translation>
    </message>
    <message>
        <source>Make a table of data</source>
        <translation>Créer un tableau de données</translation>
    </message>
    <message>
        <source>Paste data</source>
        <translation>Coller des données</translation>
    </message>
    <message>
        <source>type a number</source>
        <translation>taper un nombre</translation>
    </message>
    <message>
        <source>There is no input that is a number: open a CSV file, or paste.</source>
        <translation>Aucune entrée n’est un nombre : ouvrir un fichier CSV, ou coller.</translation>
    </message>
    <message>
        <source>Remove rows of data</source>
        <translation>Retirer des lignes de données</translation>
    </message>
    <message>
        <source>these are too many cells to be pasted</source>
        <translation>trop de cellules à coller</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>le tableau</translation>
    </message>
    <message>
        <source>‘{text}’ is not a number</source>
        <translation>« {text} » n’est pas un nombre</translation>
    </message>
    <message>
        <source>row {row}, {column}</source>
        <translation>ligne {row}, {column}</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taux</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Un pas</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Give the parameters back as they were before training</source>
        <translation>Rendre aux paramètres leurs valeurs d’avant l’entraînement</translation>
    </message>
    <message>
        <source>Minimises the output over the parameters.</source>
        <translation>Minimise la sortie selon les paramètres.</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>Au plus vite</translation>
    </message>
    <message>
        <source>step {n}, {output} = {value}</source>
        <translation>pas {n}, {output} = {value}</translation>
    </message>
    <message>
        <source>{problem}; try a smaller rate</source>
        <translation>{problem} ; essayer un taux plus petit</translation>
    </message>
    <message>
        <source>{n} a second</source>
        <translation>{n} par seconde</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>pas {n}</translation>
    </message>
    <message>
        <source>the rate is one number</source>
        <translation>le taux est un seul nombre</translation>
    </message>
    <message>
        <source>Draw a computation graph. See every value and every derivative.</source>
        <translation>Dessiner un graphe de calcul. Voir chaque valeur et chaque dérivée.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Leçons</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Back to the graph</source>
        <translation>Revenir au graphe</translation>
    </message>
    <message>
        <source>New graph</source>
        <translation>Nouveau graphe</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 étape</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>éléments</translation>
    </message>
    <message>
        <source>Backprop: </source>
        <translation>Rétropropagation : </translation>
    </message>
    <message>
        <source>Bumping: </source>
        <translation>Perturber : </translation>
    </message>
    <message>
        <source>value, before → after, with ε = {epsilon}</source>
        <translation>valeur, avant → après, avec ε = {epsilon}</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>1 paramètre</translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation>{n} paramètres</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 entrée</translation>
    </message>
    <message>
        <source>{n} inputs</source>
        <translation>{n} entrées</translation>
    </message>
    <message>
        <source>{n} values: </source>
        <translation>{n} valeurs : </translation>
    </message>
    <message>
        <source>{n} derivatives: </source>
        <translation>{n} dérivées : </translation>
    </message>
    <message>
        <source>Given: the constants</source>
        <translation>Donné : les constantes</translation>
    </message>
    <message>
        <source>summed: {before} → {after}</source>
        <translation>sommé : {before} → {after}</translation>
    </message>
    <message>
        <source>Given: </source>
        <translation>Donné : </translation>
    </message>
    <message>
        <source>{shape}, entry by entry</source>
        <translation>{shape}, élément par élément</translation>
    </message>
    <message>
        <source>from {n} inputs</source>
        <translation>à partir de {n} entrées</translation>
    </message>
    <message>
        <source>{a} and {b}</source>
        <translation>{a} et {b}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>the sum over {n} edges</source>
        <translation>la somme sur {n} arêtes</translation>
    </message>
    <message>
        <source>in every entry of {shape}</source>
        <translation>dans chaque élément de {shape}</translation>
    </message>
    <message>
        <source>How {output} would move if this number could. It is a constant: it stays as it is.</source>
        <translation>Comment {output} bougerait si ce nombre le pouvait. C’est une constante : il reste tel quel.</translation>
    </message>
    <message>
        <source>A product for each edge</source>
        <translation>Un produit par arête</translation>
    </message>
    <message>
        <source>Local derivative</source>
        <translation>Dérivée locale</translation>
    </message>
    <message>
        <source>Arrives from the right</source>
        <translation>Arrive de la droite</translation>
    </message>
    <message>
        <source>Their product</source>
        <translation>Leur produit</translation>
    </message>
    <message>
        <source>Where every way back begins</source>
        <translation>Où commence tout retour</translation>
    </message>
    <message>
        <source>The sum over {n} edges</source>
        <translation>La somme sur {n} arêtes</translation>
    </message>
    <message>
        <source>Their sum</source>
        <translation>Leur somme</translation>
    </message>
    <message>
        <source>Path {k} of {n} to {output}</source>
        <translation>Chemin {k} sur {n} vers {output}</translation>
    </message>
    <message>
        <source>{n} paths lead to {output}; their products add up</source>
        <translation>{n} chemins mènent à {output} ; leurs produits s’ajoutent</translation>
    </message>
    <message>
        <source>All the way to {output}</source>
        <translation>Tout le chemin vers {output}</translation>
    </message>
    <message>
        <source>over {n} edges</source>
        <translation>sur {n} arêtes</translation>
    </message>
    <message>
        <source>No path leads to {output}</source>
        <translation>Aucun chemin ne mène à {output}</translation>
    </message>
    <message>
        <source>and 0 of every other leaf</source>
        <translation>et 0 pour toute autre feuille</translation>
    </message>
    <message>
        <source>of this entry by itself, and 0 for every other</source>
        <translation>de cet élément par lui-même, et 0 pour tout autre</translation>
    </message>
    <message>
        <source>it does not depend on the leaf</source>
        <translation>ne dépend pas de la feuille</translation>
    </message>
    <message>
        <source>the sum over {n} inputs</source>
        <translation>la somme sur {n} entrées</translation>
    </message>
    <message>
        <source>value, forward →</source>
        <translation>valeur, en avant →</translation>
    </message>
    <message>
        <source>forward too, ∂(this value)/∂{leaf} →</source>
        <translation>en avant aussi, ∂(cette valeur)/∂{leaf} →</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>weight, bias, variable</source>
        <translation>poids, biais, variable</translation>
    </message>
    <message>
        <source>data, placeholder, variable</source>
        <translation>données, variable</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>plus, sum</source>
        <translation>plus, somme</translation>
    </message>
    <message>
        <source>times, product</source>
        <translation>fois, produit</translation>
    </message>
    <message>
        <source>minus, difference</source>
        <translation>moins, différence</translation>
    </message>
    <message>
        <source>over, quotient, fraction</source>
        <translation>sur, quotient, fraction</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>moins</translation>
    </message>
    <message>
        <source>root</source>
        <translation>racine</translation>
    </message>
    <message>
        <source>logistic</source>
        <translation>logistique</translation>
    </message>
    <message>
        <source>natural logarithm, ln</source>
        <translation>logarithme naturel, népérien, ln</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>plus grand</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>plus petit</translation>
    </message>
    <message>
        <source>quadratic cost, MSE</source>
        <translation>coût quadratique, MSE</translation>
    </message>
    <message>
        <source>classification cost</source>
        <translation>coût de classification</translation>
    </message>
    <message>
        <source>dot product, linear layer</source>
        <translation>produit scalaire, couche linéaire</translation>
    </message>
    <message>
        <source>average</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>appris</translation>
    </message>
    <message>
        <source>given</source>
        <translation>donné</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fixe</translation>
    </message>
    <message>
        <source>type your own</source>
        <translation>à taper</translation>
    </message>
    <message>
        <source>Own op {name}</source>
        <translation>Opération personnelle {name}</translation>
    </message>
    <message>
        <source>{name} is one name, not {product}</source>
        <translation>{name} est un nom, pas {product}</translation>
    </message>
    <message>
        <source>the derivative of {op} is {value} at {place}</source>
        <translation>la dérivée de {op} est {value} en {place}</translation>
    </message>
    <message>
        <source>NaN or infinity starts here</source>
        <translation>NaN ou l’infini commence ici</translation>
    </message>
    <message>
        <source>{op} is {value} at {place}</source>
        <translation>{op} est {value} en {place}</translation>
    </message>
    <message>
        <source>{op} is {value}</source>
        <translation>{op} est {value}</translation>
    </message>
    <message>
        <source>an entry of {op} is {value}</source>
        <translation>un élément de {op} est {value}</translation>
    </message>
    <message>
        <source>a derivative becomes NaN or infinite here</source>
        <translation>une dérivée devient ici NaN ou infinie</translation>
    </message>
    <message>
        <source>{derivative} through {node}</source>
        <translation>{derivative} par {node}</translation>
    </message>
    <message>
        <source>an entry of the derivative of {op} is {value}</source>
        <translation>un élément de la dérivée de {op} est {value}</translation>
    </message>
    <message>
        <source>the derivative of {op} by {by} is {value} at {place}</source>
        <translation>la dérivée de {op} par rapport à {by} est {value} en {place}</translation>
    </message>
    <message>
        <source>the sum over its edges is too large</source>
        <translation>la somme sur ses arêtes est trop grande</translation>
    </message>
    <message>
        <source>{derivative} becomes {value} at {node}</source>
        <translation>{derivative} devient {value} à {node}</translation>
    </message>
    <message>
        <source>an entry of the derivative of {op} by {by} is {value}</source>
        <translation>un élément de la dérivée de {op} par rapport à {by} est {value}</translation>
    </message>
    <message>
        <source>{derivative} is {value}: {reason}</source>
        <translation>{derivative} est {value} : {reason}</translation>
    </message>
    <message>
        <source>{product} is too large</source>
        <translation>{product} est trop grand</translation>
    </message>
    <message>
        <source>{reason}, and {product} is NaN</source>
        <translation>{reason}, et {product} est NaN</translation>
    </message>
    <message>
        <source>forward {n} of {count}</source>
        <translation>en avant {n} sur {count}</translation>
    </message>
    <message>
        <source>backward {n} of {count}</source>
        <translation>en arrière {n} sur {count}</translation>
    </message>
    <message>
        <source>Computation graph</source>
        <translation>Graphe de calcul</translation>
    </message>
    <message>
        <source>through</source>
        <translation>par</translation>
    </message>
    <message>
        <source>{text} is right</source>
        <translation>{text} est juste</translation>
    </message>
    <message>
        <source>{text} is not it: try again</source>
        <translation>ce n’est pas {text} : réessayer</translation>
    </message>
    <message>
        <source>All {n} are found.</source>
        <translation>Les {n} sont trouvés.</translation>
    </message>
    <message>
        <source>← backward, ∂{output}/∂(this value)</source>
        <translation>← en arrière, ∂{output}/∂(cette valeur)</translation>
    </message>
    <message>
        <source>computing was given up, so there are no numbers</source>
        <translation>le calcul a été abandonné, il n’y a donc pas de nombres</translation>
    </message>
    <message>
        <source>the output must be a single number, and {output} has the shape {shape}: put a sum or a mean behind it</source>
        <translation>la sortie doit être un seul nombre, or {output} est de forme {shape} : placez derrière une somme ou une moyenne</translation>
    </message>
    <message>
        <source>a slider needs three finite numbers</source>
        <translation>un curseur demande trois nombres finis</translation>
    </message>
    <message>
        <source>a slider begins below its end</source>
        <translation>un curseur commence sous sa fin</translation>
    </message>
    <message>
        <source>a slider’s step lies between 0 and its length</source>
        <translation>le pas d’un curseur est entre 0 et sa longueur</translation>
    </message>
    <message>
        <source>a slider has at most a million steps</source>
        <translation>un curseur a au plus un million de pas</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entraîner</translation>
    </message>
    <message>
        <source>Reset training</source>
        <translation>Réinitialiser l’entraînement</translation>
    </message>
    <message>
        <source>‘{name}’ cannot be a name: a letter, then letters, digits or _, such as w_1</source>
        <translation>« {name} » ne peut pas être un nom : une lettre, puis des lettres, des chiffres ou _, comme w_1</translation>
    </message>
    <message>
        <source>‘{name}’ is a formula, not a name; a label may be written so</source>
        <translation>« {name} » est une formule, pas un nom ; l’étiquette peut s’écrire ainsi</translation>
    </message>
    <message>
        <source>{number} or {other}</source>
        <translation>{number} ou {other}</translation>
    </message>
    <message>
        <source>type a number, or rows of numbers such as [1, 2; 3, 4]</source>
        <translation>taper un nombre, ou des lignes de nombres comme [1, 2; 3, 4]</translation>
    </message>
    <message>
        <source>a column of numbers is {column}</source>
        <translation>une colonne de nombres est {column}</translation>
    </message>
    <message>
        <source>rows are divided by ‘;’ or stand in brackets, not both</source>
        <translation>les lignes sont séparées par « ; » ou mises entre crochets, pas les deux</translation>
    </message>
    <message>
        <source>nothing closes the ‘{bracket}’ at character {place}</source>
        <translation>rien ne ferme le « {bracket} » au caractère {place}</translation>
    </message>
    <message>
        <source>‘{text}’ is no entry: a comma and a blank divide, so a thousand is 1000</source>
        <translation>« {text} » n’est pas une entrée : une virgule et une espace séparent, mille s’écrit donc 1000</translation>
    </message>
    <message>
        <source>this array is too long to be typed</source>
        <translation>ce tableau est trop long pour être tapé</translation>
    </message>
    <message>
        <source>‘{text}’ may be one number or two; write {number}, or {apart} for two</source>
        <translation>« {text} » peut être un nombre ou deux ; écrire {number}, ou {apart} pour deux</translation>
    </message>
    <message>
        <source>a ‘{opened}’ ends with ‘{end}’, not with ‘{bracket}’ at character {place}</source>
        <translation>« {opened} » finit par « {end} », non par « {bracket} » au caractère {place}</translation>
    </message>
    <message>
        <source>the ‘{bracket}’ at character {place} closes nothing</source>
        <translation>le « {bracket} » au caractère {place} ne ferme rien</translation>
    </message>
    <message>
        <source>the table’s rows differ in length: row {row} has {some}, the first {all}</source>
        <translation>les lignes du tableau n’ont pas la même longueur : la ligne {row} en a {some}, la première {all}</translation>
    </message>
    <message>
        <source>row {row}, cell {cell}: {reason}</source>
        <translation>ligne {row}, cellule {cell} : {reason}</translation>
    </message>
    <message>
        <source>‘{text}’ is no number: nothing is divided by 0</source>
        <translation>« {text} » n’est pas un nombre : on ne divise pas par 0</translation>
    </message>
    <message>
        <source>write an array as rows of equal length, such as [1, 2; 3, 4]</source>
        <translation>écrire un tableau en lignes de même longueur, comme [1, 2; 3, 4]</translation>
    </message>
    <message>
        <source>‘{text}’ is too large for a number</source>
        <translation>« {text} » est trop grand pour un nombre</translation>
    </message>
    <message>
        <source>; write {number}</source>
        <translation> ; écrivez {number}</translation>
    </message>
    <message>
        <source>a cell of row {row} of the table is empty</source>
        <translation>une cellule de la ligne {row} du tableau est vide</translation>
    </message>
    <message>
        <source>{n} times ten to the {k}</source>
        <translation>{n} fois dix puissance {k}</translation>
    </message>
    <message>
        <source>minus </source>
        <translation>moins </translation>
    </message>
    <message>
        <source>a number from {least} to {most} is meant</source>
        <translation>un nombre de {least} à {most} est attendu</translation>
    </message>
    <message>
        <source>a number with {n} decimals at most is meant</source>
        <translation>un nombre d’au plus {n} décimales est attendu</translation>
    </message>
    <message>
        <source>‘{text}’ is not a whole number</source>
        <translation>« {text} » n’est pas un nombre entier</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspecter</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>Unsaved work is not kept for a crash: {}</source>
        <translation>Le travail non enregistré n’est pas protégé d’un plantage : {}</translation>
    </message>
    <message>
        <source>Own ops that cannot be read are left out: {reason}</source>
        <translation>Des opérations personnelles illisibles sont omises : {reason}</translation>
    </message>
    <message>
        <source>Derivative along {edge}</source>
        <translation>Dérivée le long de {edge}</translation>
    </message>
    <message>
        <source>the quiz rests while this is shown; it goes on from its panel</source>
        <translation>le quiz est suspendu pendant ceci ; il reprend depuis son panneau</translation>
    </message>
    <message>
        <source>{file} was changed or removed since; this work is kept apart from it.</source>
        <translation>{file} a été modifié ou supprimé depuis ; ce travail en reste séparé.</translation>
    </message>
    <message>
        <source>“{title}” cannot be recovered:</source>
        <translation>Impossible de récupérer « {title} » :</translation>
    </message>
    <message>
        <source>Bump</source>
        <translation>Perturber</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
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
        <translation>Sigmoïde</translation>
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
        <translation>Arithmétique</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Multiplication</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>Soustraction</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>Negate</source>
        <translation>Opposé</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Carré</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>Racine carrée</translation>
    </message>
    <message>
        <source>Matrix product</source>
        <translation>Produit matriciel</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>Transposée</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Log softmax</source>
        <translation>Log-softmax</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentielle</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fonctions</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>Logarithme</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>Sinus</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Cosinus</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>Valeur absolue</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Erreur quadratique</translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation>Entropie croisée</translation>
    </message>
    <message>
        <source>the text computes nothing: write an expression such as J = w*x</source>
        <translation>le texte ne calcule rien : écrire une expression telle que J = w*x</translation>
    </message>
    <message>
        <source>{name} is given a value but nothing uses it</source>
        <translation>{name} reçoit une valeur, mais rien ne l’utilise</translation>
    </message>
    <message>
        <source>{name} is given two values</source>
        <translation>{name} reçoit deux valeurs</translation>
    </message>
    <message>
        <source>; write {meant}</source>
        <translation> ; écrire {meant}</translation>
    </message>
    <message>
        <source>, or write exp(x) for e^x</source>
        <translation>, ou écrire exp(x) pour e^x</translation>
    </message>
    <message>
        <source>, or write {meant}</source>
        <translation>, ou écrire {meant}</translation>
    </message>
    <message>
        <source>, or write {product} for a product</source>
        <translation>, ou écrire {product} pour un produit</translation>
    </message>
    <message>
        <source>there is no expression</source>
        <translation>il n’y a pas d’expression</translation>
    </message>
    <message>
        <source>{name} is computed by the text, so it cannot be given a value</source>
        <translation>{name} est calculé par le texte et ne peut recevoir de valeur</translation>
    </message>
    <message>
        <source>{name} is assigned twice</source>
        <translation>{name} est affecté deux fois</translation>
    </message>
    <message>
        <source>one '=' is enough</source>
        <translation>un seul « = » suffit</translation>
    </message>
    <message>
        <source>nothing follows '{name} ='</source>
        <translation>rien ne suit « {name} = »</translation>
    </message>
    <message>
        <source>{user} uses {name} before it is computed</source>
        <translation>{user} utilise {name} avant que ce soit calculé</translation>
    </message>
    <message>
        <source>{name} has no value: add {name}=NUMBER</source>
        <translation>{name} n’a pas de valeur : ajouter {name}=NOMBRE</translation>
    </message>
    <message>
        <source>{name} is listed as a parameter but has no value</source>
        <translation>{name} est cité comme paramètre mais n’a pas de valeur</translation>
    </message>
    <message>
        <source>give each formula a name: a = w*x; b = a + 1</source>
        <translation>donner un nom à chaque formule : a = w*x; b = a + 1</translation>
    </message>
    <message>
        <source>{name} would depend on itself: {path}</source>
        <translation>{name} dépendrait de lui-même : {path}</translation>
    </message>
    <message>
        <source>; an entry of an array is no node: give it a leaf of its own, such as x_0</source>
        <translation> ; un élément d’un tableau n’est pas un nœud : lui donner sa propre feuille, telle que x_0</translation>
    </message>
    <message>
        <source>; brackets are ( and )</source>
        <translation> ; les parenthèses sont ( et )</translation>
    </message>
    <message>
        <source>; its inverse is {inverse}(…), and for 1/{op} write 1/{op}(…)</source>
        <translation> ; sa réciproque est {inverse}(…), et pour 1/{op} écrire 1/{op}(…)</translation>
    </message>
    <message>
        <source>; {op} has no inverse here, and for 1/{op} write 1/{op}(…)</source>
        <translation> ; {op} n’a pas de réciproque ici, et pour 1/{op} écrire 1/{op}(…)</translation>
    </message>
    <message>
        <source>a whole number, such as axis=0</source>
        <translation>un nombre entier, tel que axis=0</translation>
    </message>
    <message>
        <source>a whole number or several, such as axis=0 or axis=[0, 1]</source>
        <translation>un nombre entier ou plusieurs, tels que axis=0 ou axis=[0, 1]</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <source>a number, such as slope=0.2</source>
        <translation>un nombre, tel que slope=0.2</translation>
    </message>
    <message>
        <source>a '{opened}' ends with '{end}', not with '{sign}'</source>
        <translation>une « {opened} » se ferme par « {end} », pas par « {sign} »</translation>
    </message>
    <message>
        <source>nothing closes the '{sign}' after {name}</source>
        <translation>rien ne ferme la « {sign} » après {name}</translation>
    </message>
    <message>
        <source>nothing closes the '{sign}'</source>
        <translation>rien ne ferme la « {sign} »</translation>
    </message>
    <message>
        <source>this '{sign}' closes nothing</source>
        <translation>cette « {sign} » ne ferme rien</translation>
    </message>
    <message>
        <source>with its ops written out the expression is longer than {n} bytes</source>
        <translation>ses opérations une fois développées, l’expression dépasse {n} octets</translation>
    </message>
    <message>
        <source>{name} takes one argument, not {given}</source>
        <translation>{name} prend un argument, pas {given}</translation>
    </message>
    <message>
        <source>{name} takes {n} arguments, not {given}</source>
        <translation>{name} prend {n} arguments, pas {given}</translation>
    </message>
    <message>
        <source>for x ≥ 0 write x^(1/3), which is NaN where x is negative</source>
        <translation>pour x ≥ 0 écrire x^(1/3), qui donne NaN là où x est négatif</translation>
    </message>
    <message>
        <source>LaTeX is not read: write such as (w*x + b)^2/2</source>
        <translation>LaTeX n’est pas lu : écrire par exemple (w*x + b)^2/2</translation>
    </message>
    <message>
        <source>a name and its value have a '=': w = 2</source>
        <translation>entre un nom et sa valeur, il y a un « = » : w = 2</translation>
    </message>
    <message>
        <source>; there is no op for a remainder</source>
        <translation> ; aucune opération ne donne le reste d’une division</translation>
    </message>
    <message>
        <source>; Python is not run: write such as (w*x + b)^2/2</source>
        <translation> ; Python n’est pas exécuté : écrire par exemple (w*x + b)^2/2</translation>
    </message>
    <message>
        <source>relu(x) or max(a, b)</source>
        <translation>relu(x) ou max(a, b)</translation>
    </message>
    <message>
        <source>divide several formulas by ';'</source>
        <translation>séparer plusieurs formules par « ; »</translation>
    </message>
    <message>
        <source>write * for a product, and exp(x) without what is before it</source>
        <translation>écrire * pour un produit, et exp(x) sans ce qui précède</translation>
    </message>
    <message>
        <source>a matrix is transposed by transpose(x), a node of its own</source>
        <translation>une matrice se transpose par transpose(x), un nœud à part</translation>
    </message>
    <message>
        <source>a name has letters, digits and _ alone</source>
        <translation>un nom n’a que des lettres, des chiffres et _</translation>
    </message>
    <message>
        <source>call it W1, and give it the label W^[1]</source>
        <translation>le nommer W1, et lui donner l’étiquette W^[1]</translation>
    </message>
    <message>
        <source>call it W1, and give it the label W^(1)</source>
        <translation>le nommer W1, et lui donner l’étiquette W^(1)</translation>
    </message>
    <message>
        <source>rows of numbers are a leaf's value</source>
        <translation>des lignes de nombres sont la valeur d’une feuille</translation>
    </message>
    <message>
        <source>give it to a leaf, such as c = ∞, and write c</source>
        <translation>le donner à une feuille, telle que c = ∞, et écrire c</translation>
    </message>
    <message>
        <source>5% is 0.05</source>
        <translation>5 % font 0.05</translation>
    </message>
    <message>
        <source>write sum(x^2) for ‖x‖², and sqrt(sum(x^2)) for ‖x‖</source>
        <translation>écrire sum(x^2) pour ‖x‖², et sqrt(sum(x^2)) pour ‖x‖</translation>
    </message>
    <message>
        <source>write it without quotes</source>
        <translation>l’écrire sans guillemets</translation>
    </message>
    <message>
        <source>between two bars stands what abs(x) is of</source>
        <translation>entre deux barres, il y a ce dont abs(x) prend la valeur absolue</translation>
    </message>
    <message>
        <source>a product of matrices is a node of its own</source>
        <translation>un produit de matrices est un nœud à part</translation>
    </message>
    <message>
        <source>; write {meant} to multiply</source>
        <translation> ; écrire {meant} pour multiplier</translation>
    </message>
    <message>
        <source>; there is none</source>
        <translation> ; elle n’existe pas</translation>
    </message>
    <message>
        <source>; rows of numbers are a leaf's value, such as w = [1, 2]</source>
        <translation> ; des lignes de nombres sont la valeur d’une feuille, telle que w = [1, 2]</translation>
    </message>
    <message>
        <source>; {op} takes a whole array: make it of nodes, {made}</source>
        <translation> ; {op} prend un tableau entier : on le fait de nœuds, {made}</translation>
    </message>
    <message>
        <source>; {op} takes a whole array and is a node of its own</source>
        <translation> ; {op} prend un tableau entier et est un nœud à part</translation>
    </message>
    <message>
        <source>; write {product} to multiply, or make {name} an op of your own</source>
        <translation> ; écrire {product} pour multiplier, ou faire de {name} une opération personnelle</translation>
    </message>
    <message>
        <source>; write {product} to multiply, or {matrices} for matrices</source>
        <translation> ; écrire {product} pour multiplier, ou {matrices} pour des matrices</translation>
    </message>
    <message>
        <source>{name} would be the name of a new leaf; write {meant}</source>
        <translation>{name} serait le nom d’une nouvelle feuille ; écrire {meant}</translation>
    </message>
    <message>
        <source>{typed} would be a quotient of two new leaves; </source>
        <translation>{typed} serait un quotient de deux nouvelles feuilles ; </translation>
    </message>
    <message>
        <source>; there is no op for the largest entry of an array</source>
        <translation> ; aucune opération ne donne le plus grand élément d’un tableau</translation>
    </message>
    <message>
        <source>; there is no op for the smallest entry of an array</source>
        <translation> ; aucune opération ne donne le plus petit élément d’un tableau</translation>
    </message>
    <message>
        <source>{name} takes two or more arguments, not {given}</source>
        <translation>{name} prend deux arguments ou plus, pas {given}</translation>
    </message>
    <message>
        <source>{name} takes two arguments, not {given}</source>
        <translation>{name} prend deux arguments, pas {given}</translation>
    </message>
    <message>
        <source>an expression may be at most {n} bytes long</source>
        <translation>une expression peut avoir au plus {n} octets</translation>
    </message>
    <message>
        <source>the expression is more than {n} operations deep: {text}</source>
        <translation>l’expression dépasse {n} opérations de profondeur : {text}</translation>
    </message>
    <message>
        <source>expected a number, a name or '('</source>
        <translation>il manque un nombre, un nom ou « ( »</translation>
    </message>
    <message>
        <source>unknown function {name}</source>
        <translation>fonction inconnue {name}</translation>
    </message>
    <message>
        <source>{op} takes no '{name}'</source>
        <translation>{op} ne prend pas « {name} »</translation>
    </message>
    <message>
        <source>in a formula {op} is not told its {name}</source>
        <translation>dans une formule {op} ne reçoit pas {name}</translation>
    </message>
    <message>
        <source>{name} is given twice</source>
        <translation>{name} est donné deux fois</translation>
    </message>
    <message>
        <source>{name} is {what}</source>
        <translation>{name} est {what}</translation>
    </message>
    <message>
        <source>{sign} has no meaning in an expression</source>
        <translation>{sign} n’a pas de sens dans une expression</translation>
    </message>
    <message>
        <source>this root may end before the power or behind it</source>
        <translation>cette racine peut finir avant la puissance ou après</translation>
    </message>
    <message>
        <source>; and nothing closes its '('</source>
        <translation> ; et rien ne ferme sa « ( »</translation>
    </message>
    <message>
        <source>; give it a node of its own</source>
        <translation> ; lui donner un nœud à part</translation>
    </message>
    <message>
        <source>; write √(x^2) or (√x)^2</source>
        <translation> ; écrire √(x^2) ou (√x)^2</translation>
    </message>
    <message>
        <source>nothing stands in these brackets</source>
        <translation>il n’y a rien entre ces parenthèses</translation>
    </message>
    <message>
        <source>{what} at character {n}: {text}</source>
        <translation>{what}, au caractère {n} : {text}</translation>
    </message>
    <message>
        <source>{x} transposed is {called}</source>
        <translation>{x} transposé est {called}</translation>
    </message>
    <message>
        <source>{sign} is a node here: write {product} to multiply, or {called}</source>
        <translation>{sign} est un nœud ici : écrire {product} pour multiplier, ou {called}</translation>
    </message>
    <message>
        <source>{typed} is a power: write {product}, or {power}</source>
        <translation>{typed} est une puissance : écrire {product}, ou {power}</translation>
    </message>
    <message>
        <source>what stands behind an index is no part of it: write {product}</source>
        <translation>ce qui suit un indice n’en fait pas partie : écrire {product}</translation>
    </message>
    <message>
        <source>, so write {product}; for single numbers {numbers}</source>
        <translation>, donc écrire {product} ; pour des nombres seuls {numbers}</translation>
    </message>
    <message>
        <source>{name} is no name, and no number that an expression has: </source>
        <translation>{name} n’est ni un nom, ni un nombre d’une expression : </translation>
    </message>
    <message>
        <source>give it to a leaf, such as c = {number}, and write c</source>
        <translation>le donner à une feuille, telle que c = {number}, et écrire c</translation>
    </message>
    <message>
        <source>expected an operator such as '+' or '*'</source>
        <translation>il manque un opérateur tel que « + » ou « * »</translation>
    </message>
    <message>
        <source>a comma stands between the arguments of a function, nowhere else</source>
        <translation>une virgule sépare les arguments d’une fonction, rien d’autre</translation>
    </message>
    <message>
        <source>nested more than {n} levels deep</source>
        <translation>plus de {n} niveaux d’imbrication</translation>
    </message>
    <message>
        <source>several formulas are divided by ';', not ','</source>
        <translation>plusieurs formules se séparent par « ; », pas par « , »</translation>
    </message>
    <message>
        <source>a number takes a point, such as 0.5, and not the comma</source>
        <translation>un nombre prend un point, tel que 0.5, et pas la virgule</translation>
    </message>
    <message>
        <source>; write * between both to multiply</source>
        <translation> ; écrire * entre les deux pour multiplier</translation>
    </message>
    <message>
        <source>the expression is empty</source>
        <translation>l’expression est vide</translation>
    </message>
    <message>
        <source>{what} at the end: {text}</source>
        <translation>{what}, à la fin : {text}</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>le nombre est trop grand</translation>
    </message>
    <message>
        <source>the graph</source>
        <translation>le graphe</translation>
    </message>
    <message>
        <source>it is a folder, not a file</source>
        <translation>c’est un dossier, pas un fichier</translation>
    </message>
    <message>
        <source>{reason}, more than could be opened again</source>
        <translation>{reason}, plus que ce qui pourrait être rouvert</translation>
    </message>
    <message>
        <source>cannot be written: {reason}</source>
        <translation>ne peut être écrit : {reason}</translation>
    </message>
    <message>
        <source>{name} holds what is no finite number, text or list of them</source>
        <translation>{name} contient autre chose qu’un nombre fini, un texte ou une liste de ceux-ci</translation>
    </message>
    <message>
        <source>the value of {name}</source>
        <translation>la valeur de {name}</translation>
    </message>
    <message>
        <source>there is no node named {name}</source>
        <translation>aucun nœud ne s’appelle {name}</translation>
    </message>
    <message>
        <source>graph.format: expected "chainrule"; this is not a Chainrule file</source>
        <translation>graph.format : "chainrule" attendu ; ce n’est pas un fichier Chainrule</translation>
    </message>
    <message>
        <source>{n} are more than the {most} a file may have</source>
        <translation>{n}, c’est plus que les {most} qu’un fichier peut avoir</translation>
    </message>
    <message>
        <source>expected the number of an input port</source>
        <translation>numéro d’une entrée attendu</translation>
    </message>
    <message>
        <source>expected a text that is not empty</source>
        <translation>texte non vide attendu</translation>
    </message>
    <message>
        <source>this is no graph: it has no nodes and edges</source>
        <translation>ce n’est pas un graphe : il n’a ni nœuds ni arêtes</translation>
    </message>
    <message>
        <source>this is not a Chainrule file: graph is missing</source>
        <translation>ce n’est pas un fichier Chainrule : graph manque</translation>
    </message>
    <message>
        <source>graph.version: {version} is newer than this program reads ({known}); please update Chainrule</source>
        <translation>graph.version : {version} est plus récente que ce que lit ce programme ({known}) ; mettre Chainrule à jour</translation>
    </message>
    <message>
        <source>is missing; {op} {name} needs one</source>
        <translation>manque ; {op} {name} en a besoin</translation>
    </message>
    <message>
        <source>expected a whole number from 1</source>
        <translation>nombre entier à partir de 1 attendu</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>objet attendu</translation>
    </message>
    <message>
        <source>expected true</source>
        <translation>true attendu</translation>
    </message>
    <message>
        <source>expected a text</source>
        <translation>texte attendu</translation>
    </message>
    <message>
        <source>{name}: micrograd knows single numbers only; choose numpy instead</source>
        <translation>{name} : micrograd ne connaît que des nombres seuls ; choisir plutôt NumPy</translation>
    </message>
    <message>
        <source>{name} or its derivative is not finite, which plain Python cannot compute with; choose numpy instead</source>
        <translation>{name} ou sa dérivée n’est pas finie, et Python seul ne peut calculer avec ; choisir plutôt NumPy</translation>
    </message>
    <message>
        <source>{name} is an array: micrograd knows single numbers only; choose numpy instead</source>
        <translation>{name} est un tableau : micrograd ne connaît que des nombres seuls ; choisir plutôt NumPy</translation>
    </message>
    <message>
        <source>micrograd shuffles the rows of {n} steps at most; choose numpy instead</source>
        <translation>micrograd mélange les lignes de {n} pas au plus ; choisir plutôt NumPy</translation>
    </message>
    <message>
        <source>{name} changes with no parameter: there is nothing to train</source>
        <translation>{name} ne change avec aucun paramètre : il n’y a rien à entraîner</translation>
    </message>
    <message>
        <source>; 'chainrule new --from FILE -o OUT' makes a graph of a model or of node-link JSON</source>
        <translation> ; 'chainrule new --from FICHIER -o SORTIE' fait un graphe d’un modèle ou d’un JSON node-link</translation>
    </message>
    <message>
        <source>; 'chainrule new --from-torch MODULE:NAME -o OUT' makes a graph of a model's code</source>
        <translation> ; 'chainrule new --from-torch MODULE:NOM -o SORTIE' fait un graphe du code d’un modèle</translation>
    </message>
    <message>
        <source>; a table is data to train with: open it in the panel Train, or by --data</source>
        <translation> ; un tableau contient des données d’entraînement : l’ouvrir dans le panneau Entraîner, ou par --data</translation>
    </message>
    <message>
        <source>a graph is saved as .chainrule; to have it as {suffix}, export it</source>
        <translation>un graphe s’enregistre en .chainrule ; pour l’avoir en {suffix}, l’exporter</translation>
    </message>
    <message>
        <source>Python has a {name} of its own, and needs it: name it otherwise</source>
        <translation>Python a son propre {name} et en a besoin : le nommer autrement</translation>
    </message>
    <message>
        <source>the program needs {name} and would find itself: name it otherwise</source>
        <translation>le programme a besoin de {name} et se trouverait lui-même : le nommer autrement</translation>
    </message>
    <message>
        <source>a name in double quotes is missing</source>
        <translation>il manque un nom entre guillemets doubles</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>il manque une valeur</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>il manque deux-points</translation>
    </message>
    <message>
        <source>a comma or a closing bracket is missing</source>
        <translation>il manque une virgule ou un crochet fermant</translation>
    </message>
    <message>
        <source>there is a comma too many</source>
        <translation>il y a une virgule de trop</translation>
    </message>
    <message>
        <source>a text begins here and its closing quote is missing</source>
        <translation>un texte commence ici et son guillemet fermant manque</translation>
    </message>
    <message>
        <source>a text runs on over the end of its line</source>
        <translation>un texte continue au-delà de la fin de sa ligne</translation>
    </message>
    <message>
        <source>no such character can follow a backslash</source>
        <translation>un tel caractère ne peut suivre une barre oblique inverse</translation>
    </message>
    <message>
        <source>the graph ends before this</source>
        <translation>le graphe finit avant cela</translation>
    </message>
    <message>
        <source>damaged or cut off at line {line}, column {column}: {what}</source>
        <translation>endommagé ou coupé à la ligne {line}, colonne {column} : {what}</translation>
    </message>
    <message>
        <source>{word} is not a number in JSON; write "{word}", in quotes</source>
        <translation>{word} n’est pas un nombre en JSON ; écrire "{word}", entre guillemets</translation>
    </message>
    <message>
        <source>holds half of a surrogate pair, which is no character</source>
        <translation>contient la moitié d’une paire de substitution, qui n’est pas un caractère</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>le fichier est vide</translation>
    </message>
    <message>
        <source>from byte {n} on this is no text in UTF-8: damaged, or the file of another program</source>
        <translation>à partir de l’octet {n} ce n’est pas du texte UTF-8 : endommagé, ou le fichier d’un autre programme</translation>
    </message>
    <message>
        <source>the file is larger than {n} MB</source>
        <translation>le fichier dépasse {n} Mo</translation>
    </message>
    <message>
        <source>holds more than {lists} lists and objects or {entries} entries</source>
        <translation>contient plus de {lists} listes et objets ou de {entries} éléments</translation>
    </message>
    <message>
        <source>the key {name} appears twice</source>
        <translation>la clé {name} apparaît deux fois</translation>
    </message>
    <message>
        <source>a number has too many digits</source>
        <translation>un nombre a trop de chiffres</translation>
    </message>
    <message>
        <source>this is text, but no graph</source>
        <translation>c’est du texte, mais pas un graphe</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>le fichier</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>an array may have at most {most} entries</source>
        <translation>un tableau peut avoir au plus {most} éléments</translation>
    </message>
    <message>
        <source>expected a number, found {what}</source>
        <translation>nombre attendu, or on trouve {what}</translation>
    </message>
    <message>
        <source>an array may have at most {most} dimensions</source>
        <translation>un tableau peut avoir au plus {most} dimensions</translation>
    </message>
    <message>
        <source>the text {text}</source>
        <translation>le texte {text}</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>un objet</translation>
    </message>
    <message>
        <source>has length {n} where the others have {length}</source>
        <translation>est de longueur {n}, les autres de {length}</translation>
    </message>
    <message>
        <source>lists and numbers are mixed</source>
        <translation>des listes et des nombres sont mêlés</translation>
    </message>
    <message>
        <source>expected an object with nodes and edges, as networkx writes it</source>
        <translation>objet avec nodes et edges attendu, comme networkx l’écrit</translation>
    </message>
    <message>
        <source>the graph has no directions, so nothing says what feeds what</source>
        <translation>le graphe n’est pas orienté, rien ne dit donc ce qui alimente quoi</translation>
    </message>
    <message>
        <source>expected an object with source and target</source>
        <translation>objet avec source et target attendu</translation>
    </message>
    <message>
        <source>expected an object with an id</source>
        <translation>objet avec un id attendu</translation>
    </message>
    <message>
        <source>PowerPoint or ZIP</source>
        <translation>PowerPoint ou ZIP</translation>
    </message>
    <message>
        <source>the graph in the {kind} is damaged: {what}</source>
        <translation>le graphe du {kind} est endommagé : {what}</translation>
    </message>
    <message>
        <source>the PNG has more than {n} parts</source>
        <translation>le PNG a plus de {n} parties</translation>
    </message>
    <message>
        <source>the graph in the {kind} is larger than {n} MB</source>
        <translation>le graphe du {kind} dépasse {n} Mo</translation>
    </message>
    <message>
        <source>this SVG holds no graph; was it written anew by another program? Only an SVG as Chainrule exported it opens as a graph</source>
        <translation>ce SVG ne contient pas de graphe ; un autre programme l’a-t-il réécrit ? Seul un SVG tel que Chainrule l’a exporté s’ouvre comme graphe</translation>
    </message>
    <message>
        <source>a {kind} file holds no graph; of the pictures, PNG and SVG can</source>
        <translation>un fichier {kind} ne contient pas de graphe ; parmi les images, PNG et SVG le peuvent</translation>
    </message>
    <message>
        <source>this PNG holds no graph; was it written anew by another program? Only a PNG as Chainrule exported it opens as a graph</source>
        <translation>ce PNG ne contient pas de graphe ; un autre programme l’a-t-il réécrit ? Seul un PNG tel que Chainrule l’a exporté s’ouvre comme graphe</translation>
    </message>
    <message>
        <source>its chunk is too short</source>
        <translation>son segment est trop court</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>sa fin manque</translation>
    </message>
    <message>
        <source>the PNG is cut off, and no graph stands before its end</source>
        <translation>le PNG est coupé, et aucun graphe ne précède la coupure</translation>
    </message>
    <message>
        <source>a text in the PNG is larger than {n} MB</source>
        <translation>un texte du PNG dépasse {n} Mo</translation>
    </message>
    <message>
        <source>its checksum is another one</source>
        <translation>sa somme de contrôle est différente</translation>
    </message>
    <message>
        <source>it cannot be unpacked</source>
        <translation>il ne peut être décompressé</translation>
    </message>
    <message>
        <source>it is not base64</source>
        <translation>ce n’est pas du base64</translation>
    </message>
    <message>
        <source>less arrived on the disk than was written</source>
        <translation>il est arrivé moins sur le disque qu’il n’a été écrit</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation>le quota du disque est épuisé</translation>
    </message>
    <message>
        <source>the file is larger than this disk or user may have</source>
        <translation>le fichier est plus grand que ce disque ou cet utilisateur ne peut avoir</translation>
    </message>
    <message>
        <source>no permission to write there</source>
        <translation>il n’est pas permis d’écrire là</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>le disque est en lecture seule</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>ce dossier n’existe pas</translation>
    </message>
    <message>
        <source>its symbolic links go in a circle</source>
        <translation>ses liens symboliques tournent en rond</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>le nom est trop long</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>ce n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>the file is read-only</source>
        <translation>le fichier est en lecture seule</translation>
    </message>
    <message>
        <source>the name is not one a file can have</source>
        <translation>un fichier ne peut porter ce nom</translation>
    </message>
    <message>
        <source>the position of {name} must be two finite numbers</source>
        <translation>la position de {name} doit être deux nombres finis</translation>
    </message>
    <message>
        <source>the label of {name} must be a text</source>
        <translation>l’étiquette de {name} doit être un texte</translation>
    </message>
    <message>
        <source>a name must be a text</source>
        <translation>un nom doit être un texte</translation>
    </message>
    <message>
        <source>a name cannot be empty</source>
        <translation>un nom ne peut être vide</translation>
    </message>
    <message>
        <source>a name has {n} bytes; the most is {most}</source>
        <translation>un nom a {n} octets ; le maximum est {most}</translation>
    </message>
    <message>
        <source>the name {name} holds a character that cannot be seen</source>
        <translation>le nom {name} contient un caractère invisible</translation>
    </message>
    <message>
        <source>no attribute can be called {key}</source>
        <translation>aucun attribut ne peut s’appeler {key}</translation>
    </message>
    <message>
        <source>a name holds a character that is no character</source>
        <translation>un nom contient un caractère qui n’en est pas un</translation>
    </message>
    <message>
        <source>unknown op '{op}'</source>
        <translation>opération inconnue « {op} »</translation>
    </message>
    <message>
        <source>{title} cannot be folded: a path leaves it and comes back: {path}</source>
        <translation>{title} ne peut être replié : un chemin en sort et y revient : {path}</translation>
    </message>
    <message>
        <source>{n} are more than {most}</source>
        <translation>{n}, c’est plus que {most}</translation>
    </message>
    <message>
        <source>have more than {most} members together</source>
        <translation>ont ensemble plus de {most} membres</translation>
    </message>
    <message>
        <source>{name} is listed twice</source>
        <translation>{name} est cité deux fois</translation>
    </message>
    <message>
        <source>there is already a group {name}</source>
        <translation>il y a déjà un groupe {name}</translation>
    </message>
    <message>
        <source>shares {name} with the group {other} and is not inside it</source>
        <translation>partage {name} avec le groupe {other} sans être à l’intérieur</translation>
    </message>
    <message>
        <source>is longer than {most} bytes</source>
        <translation>dépasse {most} octets</translation>
    </message>
    <message>
        <source>expected a list of names</source>
        <translation>liste de noms attendue</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>true ou false attendu</translation>
    </message>
    <message>
        <source>a group has at least one</source>
        <translation>un groupe en a au moins un</translation>
    </message>
    <message>
        <source>expected a text that can be seen</source>
        <translation>texte visible attendu</translation>
    </message>
    <message>
        <source>a symbol has {most} characters at most</source>
        <translation>un symbole a au plus {most} caractères</translation>
    </message>
    <message>
        <source>a name has {most} characters at most</source>
        <translation>un nom a au plus {most} caractères</translation>
    </message>
    <message>
        <source>{name} cannot be a name: a letter, then letters, digits or _, such as w_1</source>
        <translation>{name} ne peut être un nom : une lettre, puis des lettres, des chiffres ou _, comme w_1</translation>
    </message>
    <message>
        <source>there is already an op {name}</source>
        <translation>il y a déjà une opération {name}</translation>
    </message>
    <message>
        <source>an op needs an input: a name in its formula</source>
        <translation>une opération demande une entrée : un nom dans sa formule</translation>
    </message>
    <message>
        <source>{name}: this formula has no {input}, which has an edge</source>
        <translation>{name} : cette formule n’a pas de {input}, qui a une arête</translation>
    </message>
    <message>
        <source>a node cannot feed itself</source>
        <translation>un nœud ne peut s’alimenter lui-même</translation>
    </message>
    <message>
        <source>{source} already feeds the {input} of {target}</source>
        <translation>{source} alimente déjà la {input} de {target}</translation>
    </message>
    <message>
        <source>the {input} of {target} already has an edge</source>
        <translation>la {input} de {target} a déjà une arête</translation>
    </message>
    <message>
        <source>{name} is a leaf ({op}): no edge leads into it</source>
        <translation>{name} est une feuille ({op}) : aucune arête n’y mène</translation>
    </message>
    <message>
        <source>{name} ({op}) has no {input}; it has 1 input</source>
        <translation>{name} ({op}) n’a pas de {input} ; il a 1 entrée</translation>
    </message>
    <message>
        <source>{name} ({op}) has no {input}; it has {n} inputs</source>
        <translation>{name} ({op}) n’a pas de {input} ; il a {n} entrées</translation>
    </message>
    <message>
        <source>{name} is a leaf, which is one of: {known}</source>
        <translation>{name} est une feuille, donc l’une de : {known}</translation>
    </message>
    <message>
        <source>a node's op cannot be changed</source>
        <translation>l’opération d’un nœud ne peut être changée</translation>
    </message>
    <message>
        <source>{name} computes its value, it has none set</source>
        <translation>{name} calcule sa valeur, aucune n’est fixée</translation>
    </message>
    <message>
        <source>{n} nodes lead nowhere: {listed}; draw edges on from them, or choose one as the output</source>
        <translation>{n} nœuds ne mènent nulle part : {listed} ; tirer des arêtes à partir d’eux, ou en choisir un comme sortie</translation>
    </message>
    <message>
        <source>the graph is empty: there is no output</source>
        <translation>le graphe est vide : il n’y a pas de sortie</translation>
    </message>
    <message>
        <source>a lesson may have at most {most} texts</source>
        <translation>une leçon peut avoir au plus {most} textes</translation>
    </message>
    <message>
        <source>longer than {most} letters</source>
        <translation>plus de {most} caractères</translation>
    </message>
    <message>
        <source>expected an object with pass, node and say</source>
        <translation>objet avec pass, node et say attendu</translation>
    </message>
    <message>
        <source>expected given, forward or backward</source>
        <translation>given, forward ou backward attendu</translation>
    </message>
    <message>
        <source>expected an object with about and texts</source>
        <translation>objet avec about et texts attendu</translation>
    </message>
    <message>
        <source>write numbers only: {name} is a name</source>
        <translation>n’écrire que des nombres : {name} est un nom</translation>
    </message>
    <message>
        <source>a quiz may have at most {most}</source>
        <translation>un quiz peut en avoir au plus {most}</translation>
    </message>
    <message>
        <source>type a number, a fraction or an expression</source>
        <translation>taper un nombre, une fraction ou une expression</translation>
    </message>
    <message>
        <source>{text} is no finite number</source>
        <translation>{text} n’est pas un nombre fini</translation>
    </message>
    <message>
        <source>expected "values" or "derivatives"</source>
        <translation>"values" ou "derivatives" attendu</translation>
    </message>
    <message>
        <source>expected source, target and key</source>
        <translation>source, target et key attendus</translation>
    </message>
    <message>
        <source>expected an object that says what to hide</source>
        <translation>objet attendu qui dise sous hide quoi cacher</translation>
    </message>
    <message>
        <source>expected a list of edges</source>
        <translation>liste d’arêtes attendue</translation>
    </message>
    <message>
        <source>Network {sizes}, {n} parameters</source>
        <translation>Réseau {sizes}, {n} paramètres</translation>
    </message>
    <message>
        <source>a network needs at least two layers of at least one unit: 2,3,1</source>
        <translation>un réseau demande au moins deux couches d’au moins une unité : 2,3,1</translation>
    </message>
    <message>
        <source>{n} numbers are too many; {most} fit</source>
        <translation>{n} nombres, c’est trop ; il y a place pour {most}</translation>
    </message>
    <message>
        <source>the cross-entropy needs arrays: it looks at all classes at once</source>
        <translation>l’entropie croisée demande des tableaux : elle regarde toutes les classes à la fois</translation>
    </message>
    <message>
        <source>the formula of a neuron of {n} inputs would be too long; write every operation out, or choose arrays</source>
        <translation>la formule d’un neurone à {n} entrées serait trop longue ; développer chaque opération, ou choisir des tableaux</translation>
    </message>
    <message>
        <source>written out in scalars this network has {n} nodes, and {most} fit; choose arrays</source>
        <translation>développé en scalaires, ce réseau a {n} nœuds, et il y a place pour {most} ; choisir des tableaux</translation>
    </message>
    <message>
        <source>'{text}' is no size of a layer; write 784,128,10 or 20*3</source>
        <translation>« {text} » n’est pas une taille de couche ; écrire 784,128,10 ou 20*3</translation>
    </message>
    <message>
        <source>unknown activation '{name}'; known: {known}</source>
        <translation>activation inconnue « {name} » ; connues : {known}</translation>
    </message>
    <message>
        <source>unknown loss '{name}'; known: {known}</source>
        <translation>fonction de coût inconnue « {name} » ; connues : {known}</translation>
    </message>
    <message>
        <source>a batch has at least one example</source>
        <translation>un lot a au moins un exemple</translation>
    </message>
    <message>
        <source>this network has {n} nodes, and {most} fit</source>
        <translation>ce réseau a {n} nœuds, et il y a place pour {most}</translation>
    </message>
    <message>
        <source>a batch of several examples needs arrays</source>
        <translation>un lot de plusieurs exemples demande des tableaux</translation>
    </message>
    <message>
        <source>{n} layers are too many</source>
        <translation>{n} couches, c’est trop</translation>
    </message>
    <message>
        <source>the slope must be a number, not {slope}</source>
        <translation>la pente doit être un nombre, pas {slope}</translation>
    </message>
    <message>
        <source>the slope must be a finite number</source>
        <translation>la pente doit être un nombre fini</translation>
    </message>
    <message>
        <source>the slope is too large for a number</source>
        <translation>la pente est trop grande pour un nombre</translation>
    </message>
    <message>
        <source>there is no axis {axis} in {shape}</source>
        <translation>il n’y a pas d’axe {axis} dans {shape}</translation>
    </message>
    <message>
        <source>the axis must be a whole number or a list of them, not {axis}</source>
        <translation>l’axe doit être un nombre entier ou une liste de tels, pas {axis}</translation>
    </message>
    <message>
        <source>; its axes are {listed} and {last}</source>
        <translation> ; ses axes sont {listed} et {last}</translation>
    </message>
    <message>
        <source>{shapes} do not fit; it takes vectors and matrices</source>
        <translation>{shapes} sont incompatibles ; il faut des vecteurs et des matrices</translation>
    </message>
    <message>
        <source>keepdims must be true or false, not {given}</source>
        <translation>keepdims doit être true ou false, pas {given}</translation>
    </message>
    <message>
        <source>the axes {axes} name one of {shape} twice</source>
        <translation>les axes {axes} en nomment un de {shape} deux fois</translation>
    </message>
    <message>
        <source>the axis must be a whole number, not {axis}</source>
        <translation>l’axe doit être un nombre entier, pas {axis}</translation>
    </message>
    <message>
        <source>; its axis is 0</source>
        <translation> ; son axe est 0</translation>
    </message>
    <message>
        <source>the formula uses '{name}', which is not among its inputs</source>
        <translation>la formule utilise « {name} », qui n’est pas parmi ses entrées</translation>
    </message>
    <message>
        <source>the formula does not use its input '{name}'</source>
        <translation>la formule n’utilise pas son entrée « {name} »</translation>
    </message>
    <message>
        <source>the inputs of a formula are a list of names</source>
        <translation>les entrées d’une formule sont une liste de noms</translation>
    </message>
    <message>
        <source>the inputs of a formula must not repeat a name</source>
        <translation>les entrées d’une formule ne doivent pas répéter un nom</translation>
    </message>
    <message>
        <source>a formula needs its text, such as 'd^2/2'</source>
        <translation>une formule a besoin de son texte, tel que « d^2/2 »</translation>
    </message>
    <message>
        <source>logits {logits} and classes {classes} do not fit</source>
        <translation>les logits {logits} et les classes {classes} sont incompatibles</translation>
    </message>
    <message>
        <source>classes must be whole numbers from 0 to {most}</source>
        <translation>les classes doivent être des nombres entiers de 0 à {most}</translation>
    </message>
    <message>
        <source>there is no class in logits {shape}</source>
        <translation>il n’y a aucune classe dans les logits {shape}</translation>
    </message>
    <message>
        <source>{op} takes no attribute {key}</source>
        <translation>{op} ne prend pas d’attribut {key}</translation>
    </message>
    <message>
        <source>epsilon must be a number other than 0, not {epsilon}</source>
        <translation>epsilon doit être un nombre autre que 0, pas {epsilon}</translation>
    </message>
    <message>
        <source>{name} has no value to bump</source>
        <translation>{name} n’a pas de valeur à perturber</translation>
    </message>
    <message>
        <source>{shapes} do not fit</source>
        <translation>{shapes} sont incompatibles</translation>
    </message>
    <message>
        <source>depends on {cause}</source>
        <translation>dépend de {cause}</translation>
    </message>
    <message>
        <source>{name}, which has no value</source>
        <translation>{name}, qui n’a pas de valeur</translation>
    </message>
    <message>
        <source>the output must be a single number, and {name} has the shape {shape}: put a sum or a mean behind it</source>
        <translation>la sortie doit être un seul nombre, et {name} a la forme {shape} : mettre une somme ou une moyenne derrière</translation>
    </message>
    <message>
        <source>{name} computes its value, only a leaf can be set</source>
        <translation>{name} calcule sa valeur, seule une feuille peut être fixée</translation>
    </message>
    <message>
        <source>{name} computes its value: choose a leaf</source>
        <translation>{name} calcule sa valeur : choisir une feuille</translation>
    </message>
    <message>
        <source>there is no room for {n} entries, made of {given}</source>
        <translation>il n’y a pas de place pour {n} éléments, faits de {given}</translation>
    </message>
    <message>
        <source>depends on {name}: {reason}</source>
        <translation>dépend de {name} : {reason}</translation>
    </message>
    <message>
        <source>the graph has a cycle</source>
        <translation>le graphe a un cycle</translation>
    </message>
    <message>
        <source>expected one of {known}</source>
        <translation>l’un de {known} attendu</translation>
    </message>
    <message>
        <source>expected a number from {least} to {most}</source>
        <translation>nombre de {least} à {most} attendu</translation>
    </message>
    <message>
        <source>expected an object such as {such}</source>
        <translation>objet attendu, tel que {such}</translation>
    </message>
    <message>
        <source>expected a positive number</source>
        <translation>nombre positif attendu</translation>
    </message>
    <message>
        <source>; the inputs are {listed}</source>
        <translation> ; les entrées sont {listed}</translation>
    </message>
    <message>
        <source>a parameter</source>
        <translation>un paramètre</translation>
    </message>
    <message>
        <source>a constant</source>
        <translation>une constante</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>calculé</translation>
    </message>
    <message>
        <source>column {column}: there is no input named '{name}'</source>
        <translation>colonne {column} : aucune entrée ne s’appelle « {name} »</translation>
    </message>
    <message>
        <source>column {column}: {name} is {kind}, and only inputs take data</source>
        <translation>colonne {column} : {name} est {kind}, et seules les entrées prennent des données</translation>
    </message>
    <message>
        <source>; the graph has no inputs</source>
        <translation> ; le graphe n’a pas d’entrées</translation>
    </message>
    <message>
        <source>column {column}: {name} has several columns for one entry</source>
        <translation>colonne {column} : {name} a plusieurs colonnes pour un élément</translation>
    </message>
    <message>
        <source>column {column} is missing: the others of {name} are there</source>
        <translation>la colonne {column} manque : les autres de {name} sont là</translation>
    </message>
    <message>
        <source>the table has no rows</source>
        <translation>le tableau n’a pas de lignes</translation>
    </message>
    <message>
        <source>unknown optimizer '{name}'</source>
        <translation>optimiseur inconnu « {name} »</translation>
    </message>
    <message>
        <source>the rate must be a positive number, not {rate}</source>
        <translation>le taux doit être un nombre positif, pas {rate}</translation>
    </message>
    <message>
        <source>; known: {known}</source>
        <translation> ; connus : {known}</translation>
    </message>
    <message>
        <source>a table may have at most {most} numbers</source>
        <translation>un tableau peut avoir au plus {most} nombres</translation>
    </message>
    <message>
        <source>has {n} numbers where there are {columns} columns</source>
        <translation>a {n} nombres pour {columns} colonnes</translation>
    </message>
    <message>
        <source>expected the name of an input</source>
        <translation>nom d’une entrée attendu</translation>
    </message>
    <message>
        <source>{name} appears twice</source>
        <translation>{name} apparaît deux fois</translation>
    </message>
    <message>
        <source>expected a list of numbers</source>
        <translation>liste de nombres attendue</translation>
    </message>
    <message>
        <source>expected an object with columns and rows</source>
        <translation>objet avec columns et rows attendu</translation>
    </message>
    <message>
        <source>expected a list of rows</source>
        <translation>liste de lignes attendue</translation>
    </message>
    <message>
        <source>expected a number</source>
        <translation>nombre attendu</translation>
    </message>
    <message>
        <source>a quote is opened and never closed</source>
        <translation>un guillemet s’ouvre et ne se ferme jamais</translation>
    </message>
    <message>
        <source>a cell goes on behind its closing quote</source>
        <translation>une cellule continue après son guillemet fermant</translation>
    </message>
    <message>
        <source>a cell is too long</source>
        <translation>une cellule est trop longue</translation>
    </message>
    <message>
        <source>a line ends amid a cell without quotes</source>
        <translation>une ligne finit au milieu d’une cellule sans guillemets</translation>
    </message>
    <message>
        <source>{text} is not a finite number</source>
        <translation>{text} n’est pas un nombre fini</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>ligne {row}, colonne {column}</translation>
    </message>
    <message>
        <source>row {row}: expected the names of inputs, found numbers: {listed}</source>
        <translation>ligne {row} : noms des entrées attendus, or on trouve des nombres : {listed}</translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation>1 cellule</translation>
    </message>
    <message>
        <source>{n} cells</source>
        <translation>{n} cellules</translation>
    </message>
    <message>
        <source>row {row}: has {cells} where there is 1 column</source>
        <translation>ligne {row} : a {cells} pour 1 colonne</translation>
    </message>
    <message>
        <source>row {row}: has {cells} where there are {n} columns</source>
        <translation>ligne {row} : a {cells} pour {n} colonnes</translation>
    </message>
    <message>
        <source>the cell is empty</source>
        <translation>la cellule est vide</translation>
    </message>
    <message>
        <source>row {row} is no text in UTF-8: save the table as CSV in UTF-8</source>
        <translation>la ligne {row} n’est pas du texte UTF-8 : enregistrer le tableau en CSV UTF-8</translation>
    </message>
    <message>
        <source>the table is empty: its first row names the inputs</source>
        <translation>le tableau est vide : sa première ligne nomme les entrées</translation>
    </message>
    <message>
        <source>there are no rows below the names in row {row}</source>
        <translation>il n’y a pas de lignes sous les noms de la ligne {row}</translation>
    </message>
    <message>
        <source>{name} cannot be a name</source>
        <translation>{name} ne peut être un nom</translation>
    </message>
    <message>
        <source>; where 1,5 is a number, divide the cells by semicolons</source>
        <translation> ; là où 1,5 est un nombre, séparer les cellules par des points-virgules</translation>
    </message>
    <message>
        <source>line {n}: {what}</source>
        <translation>ligne {n} : {what}</translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation>le nom manque</translation>
    </message>
    <message>
        <source>diverged at step {n}: {name} is {value}</source>
        <translation>divergence au pas {n} : {name} est {value}</translation>
    </message>
    <message>
        <source>diverged at step {n}: {name} is {value}, as the derivative by it was {slope}</source>
        <translation>divergence au pas {n} : {name} est {value}, car la dérivée par rapport à ce paramètre était {slope}</translation>
    </message>
    <message>
        <source>{name} is {value} before the first step</source>
        <translation>{name} est {value} avant le premier pas</translation>
    </message>
    <message>
        <source>{name} depends on no parameter, and only parameters are trained</source>
        <translation>{name} ne dépend d’aucun paramètre, et seuls les paramètres sont entraînés</translation>
    </message>
    <message>
        <source>the value of {name} must be a number, not {value}</source>
        <translation>la valeur de {name} doit être un nombre, pas {value}</translation>
    </message>
    <message>
        <source>the value of {name} has {n} dimensions; an array may have {most}</source>
        <translation>la valeur de {name} a {n} dimensions ; un tableau peut en avoir {most}</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}: choose one of its entries</source>
        <translation>{name} a la forme {shape} : choisir un de ses éléments</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}: there is no entry {index}</source>
        <translation>{name} a la forme {shape} : il n’y a pas d’élément {index}</translation>
    </message>
    <message>
        <source>the value of {name} is too large</source>
        <translation>la valeur de {name} est trop grande</translation>
    </message>
    <message>
        <source>the value of {name} must be a number or rows of numbers of equal length</source>
        <translation>la valeur de {name} doit être un nombre ou des lignes de nombres de même longueur</translation>
    </message>
    <message>
        <source>{name} is a number: it has no entry {index}</source>
        <translation>{name} est un nombre : il n’y a pas d’élément {index}</translation>
    </message>
    <message>
        <source>derivatives are computed by themselves: they stand on the edges</source>
        <translation>les dérivées se calculent d’elles-mêmes : elles figurent sur les arêtes</translation>
    </message>
    <message>
        <source>; call it {name}, and give it the label {label}</source>
        <translation> ; l’appeler {name} et lui donner l’étiquette {label}</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>there is no node named '{name}'</source>
        <translation>aucun nœud ne s’appelle « {name} »</translation>
    </message>
    <message>
        <source>; did you mean '{name}'?</source>
        <translation> ; s’agit-il de « {name} » ?</translation>
    </message>
    <message>
        <source>nothing is compared: relu(x) and max(a, b) switch</source>
        <translation>rien n’est comparé : relu(x) et max(a, b) commutent</translation>
    </message>
    <message>
        <source>first input</source>
        <translation>première entrée</translation>
    </message>
    <message>
        <source>second input</source>
        <translation>deuxième entrée</translation>
    </message>
    <message>
        <source>third input</source>
        <translation>troisième entrée</translation>
    </message>
    <message>
        <source>fourth input</source>
        <translation>quatrième entrée</translation>
    </message>
    <message>
        <source>fifth input</source>
        <translation>cinquième entrée</translation>
    </message>
    <message>
        <source>sixth input</source>
        <translation>sixième entrée</translation>
    </message>
    <message>
        <source>seventh input</source>
        <translation>septième entrée</translation>
    </message>
    <message>
        <source>eighth input</source>
        <translation>huitième entrée</translation>
    </message>
    <message>
        <source>ninth input</source>
        <translation>neuvième entrée</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permission refusée</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>opération non permise</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>erreur d’entrée ou de sortie</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>le nom de fichier est trop long</translation>
    </message>
    <message>
        <source>too many levels of symbolic links</source>
        <translation>trop de liens symboliques</translation>
    </message>
    <message>
        <source>input no. {n}</source>
        <translation>entrée nº {n}</translation>
    </message>
    <message>
        <source>{n} inputs have no edge yet: {inputs}</source>
        <translation>{n} entrées n’ont pas encore d’arête : {inputs}</translation>
    </message>
    <message>
        <source>there is no edge from {source} to the {input} of {target}</source>
        <translation>il n’y a pas d’arête de {source} à la {input} de {target}</translation>
    </message>
    <message>
        <source>input {n}</source>
        <translation>entrée {n}</translation>
    </message>
    <message>
        <source>its {input} has no edge yet</source>
        <translation>la {input} n’a pas encore d’arête</translation>
    </message>
    <message>
        <source>a name is missing before '='</source>
        <translation>il manque un nom devant « = »</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>Descente de gradient</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Inertie</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>PyTorch program</source>
        <translation>Programme PyTorch</translation>
    </message>
    <message>
        <source>JAX program</source>
        <translation>Programme JAX</translation>
    </message>
    <message>
        <source>NumPy program, the chain rule by hand</source>
        <translation>Programme NumPy, règle de la chaîne à la main</translation>
    </message>
    <message>
        <source>Python program without libraries</source>
        <translation>Programme Python sans bibliothèque</translation>
    </message>
    <message>
        <source>LaTeX of the formulas and derivatives</source>
        <translation>LaTeX des formules et dérivées</translation>
    </message>
    <message>
        <source>Graphviz graph</source>
        <translation>Graphe Graphviz</translation>
    </message>
    <message>
        <source>Mermaid flowchart</source>
        <translation>Diagramme Mermaid</translation>
    </message>
    <message>
        <source>ONNX model</source>
        <translation>Modèle ONNX</translation>
    </message>
    <message>
        <source>One value, two ways</source>
        <translation>Une valeur, deux chemins</translation>
    </message>
    <message>
        <source>A value that is used twice moves the cost in two ways, and its derivative is the sum of both.</source>
        <translation>Une valeur utilisée deux fois agit sur le coût par deux chemins, et sa dérivée est la somme des deux.</translation>
    </message>
    <message>
        <source>Only x is given, and it is used twice.</source>
        <translation>Seul x est donné, et il sert deux fois.</translation>
    </message>
    <message>
        <source>Upward it is squared.</source>
        <translation>En haut il est élevé au carré.</translation>
    </message>
    <message>
        <source>Downward it is doubled.</source>
        <translation>En bas il est doublé.</translation>
    </message>
    <message>
        <source>Both ways meet again in the sum.</source>
        <translation>Les deux chemins se rejoignent dans la somme.</translation>
    </message>
    <message>
        <source>Now back, from J itself.</source>
        <translation>On revient maintenant, à partir de J même.</translation>
    </message>
    <message>
        <source>A sum passes on what arrives: 1 to the upper side.</source>
        <translation>Une somme transmet ce qui arrive : 1 vers le haut.</translation>
    </message>
    <message>
        <source>And the lower side gets the same 1.</source>
        <translation>Et le bas reçoit le même 1.</translation>
    </message>
    <message>
        <source>If x grows a little, u grows, and v grows too; J feels both. On the upper edge 2x comes back, on the lower one 2: where edges leave a node, what comes back is added.</source>
        <translation>Si x croît un peu, u croît, et v aussi ; J ressent les deux. Sur l’arête du haut revient 2x, sur celle du bas 2 : là où des arêtes quittent un nœud, ce qui revient s’ajoute.</translation>
    </message>
    <message>
        <source>A layer, a batch</source>
        <translation>Une couche, un lot</translation>
    </message>
    <message>
        <source>Four units and five examples at once: the same graph, with a matrix on every edge.</source>
        <translation>Quatre unités et cinq exemples à la fois : le même graphe, avec une matrice sur chaque arête.</translation>
    </message>
    <message>
        <source>X holds five examples side by side, three numbers each. W has a row of weights for each of four units, b a bias for each.</source>
        <translation>X contient cinq exemples côte à côte, de trois nombres chacun. W a une ligne de poids pour chacune des quatre unités, b un biais pour chacune.</translation>
    </message>
    <message>
        <source>One matrix product does all 4 × 5 weighted sums. Inner sizes must agree: 4×3 times 3×5 is 4×5.</source>
        <translation>Un seul produit matriciel fait les 4 × 5 sommes pondérées. Les tailles intérieures doivent concorder : 4×3 fois 3×5 donne 4×5.</translation>
    </message>
    <message>
        <source>Each unit's bias is added for every example: the one column is spread over the five.</source>
        <translation>Le biais de chaque unité s’ajoute pour chaque exemple : l’unique colonne est étendue aux cinq.</translation>
    </message>
    <message>
        <source>The activation is taken entry by entry.</source>
        <translation>L’activation se prend élément par élément.</translation>
    </message>
    <message>
        <source>The cost of each answer is taken entry by entry, too.</source>
        <translation>Le coût de chaque réponse se prend aussi élément par élément.</translation>
    </message>
    <message>
        <source>The mean of the costs is one number, as every output that is to be differentiated must be.</source>
        <translation>La moyenne des coûts est un seul nombre, comme doit l’être toute sortie à dériver.</translation>
    </message>
    <message>
        <source>Now back: one number, so one derivative to begin with.</source>
        <translation>On revient maintenant : un nombre, donc une dérivée pour commencer.</translation>
    </message>
    <message>
        <source>The mean hands every entry its share, 1/20. A derivative always has the shape of its value.</source>
        <translation>La moyenne remet à chaque élément sa part, 1/20. Une dérivée a toujours la forme de sa valeur.</translation>
    </message>
    <message>
        <source>Entry by entry, it is what arrives times how far the answer is off.</source>
        <translation>Élément par élément, c’est ce qui arrive fois l’écart de la réponse.</translation>
    </message>
    <message>
        <source>The targets get the same with a minus.</source>
        <translation>Les cibles reçoivent la même chose avec un moins.</translation>
    </message>
    <message>
        <source>tanh has the slope 1 − A².</source>
        <translation>tanh a pour pente 1 − A².</translation>
    </message>
    <message>
        <source>The sum passes it on.</source>
        <translation>La somme le transmet.</translation>
    </message>
    <message>
        <source>What was spread over five examples on the way forward is summed over them on the way back: the fan-out rule, for a whole batch.</source>
        <translation>Ce qui a été étendu à cinq exemples à l’aller est sommé sur eux au retour : la règle des branches multiples, pour tout un lot.</translation>
    </message>
    <message>
        <source>For the weights: what arrives, times the input turned on its side. Each entry adds up what its weight did in all five examples.</source>
        <translation>Pour les poids : ce qui arrive, fois la transposée de l’entrée. Chaque élément additionne ce que son poids a fait dans les cinq exemples.</translation>
    </message>
    <message>
        <source>And for the input it is the weights turned on their side. Check the sizes: 3×4 times 4×5 is 3×5, the shape of X.</source>
        <translation>Et pour l’entrée c’est la transposée des poids. Les tailles concordent : 3×4 fois 4×5 donne 3×5, la forme de X.</translation>
    </message>
    <message>
        <source>One linear unit</source>
        <translation>Une unité linéaire</translation>
    </message>
    <message>
        <source>A line that misses its target: four steps forward, then every derivative on one way back.</source>
        <translation>Une droite qui manque sa cible : quatre pas en avant, puis toutes les dérivées en un seul retour.</translation>
    </message>
    <message>
        <source>A unit computes w · x + b and should come out at y. The leaves are given; everything else follows from left to right.</source>
        <translation>Une unité calcule w · x + b et devrait arriver à y. Les feuilles sont données ; tout le reste en découle de gauche à droite.</translation>
    </message>
    <message>
        <source>Each step uses only numbers that already stand on its edges. First the weight times the input.</source>
        <translation>Chaque étape n’utilise que des nombres déjà inscrits sur ses arêtes. D’abord le poids fois l’entrée.</translation>
    </message>
    <message>
        <source>The bias moves the product. This is what the unit answers.</source>
        <translation>Le biais déplace le produit. C’est ce que répond l’unité.</translation>
    </message>
    <message>
        <source>The unit answers a where y was wanted: d says by how much it misses.</source>
        <translation>L’unité répond a là où l’on voulait y : d dit de combien elle se trompe.</translation>
    </message>
    <message>
        <source>The cost is half the square of the miss: a miss to either side costs, and the slope will simply be d.</source>
        <translation>Le coût est la moitié du carré de l’erreur : une erreur d’un côté ou de l’autre coûte, et la pente sera simplement d.</translation>
    </message>
    <message>
        <source>Now back. If J grows by a little, J grows by just as much: that is where every way back begins.</source>
        <translation>On revient maintenant. Si J croît un peu, J croît d’autant : c’est là que commence tout retour.</translation>
    </message>
    <message>
        <source>How fast does J grow with d? J = ½ d² has the slope d itself.</source>
        <translation>À quelle vitesse J croît-il avec d ? J = ½ d² a pour pente d lui-même.</translation>
    </message>
    <message>
        <source>If a grows by 1, so does d. The derivative by d is already known, so one multiplication is enough: that is the chain rule.</source>
        <translation>Si a croît de 1, d aussi. La dérivée par rapport à d est déjà connue, une multiplication suffit donc : c’est la règle de la chaîne.</translation>
    </message>
    <message>
        <source>The target enters with a minus: it gets what arrives with the other sign.</source>
        <translation>La cible entre avec un moins : elle reçoit ce qui arrive avec l’autre signe.</translation>
    </message>
    <message>
        <source>An addition passes on what arrives, to each of its inputs.</source>
        <translation>Une addition transmet ce qui arrive à chacune de ses entrées.</translation>
    </message>
    <message>
        <source>So the bias gets the same. Raise b by 0.001, and J moves by about a thousandth of this number.</source>
        <translation>Le biais reçoit donc la même chose. Si b augmente de 0.001, J bouge d’environ un millième de ce nombre.</translation>
    </message>
    <message>
        <source>A product hands each factor what arrives times the other factor: here times x. This number is what training moves w by.</source>
        <translation>Un produit remet à chaque facteur ce qui arrive fois l’autre facteur : ici fois x. C’est selon ce nombre que l’entraînement déplace w.</translation>
    </message>
    <message>
        <source>And x gets it times w. For the four nodes and both parameters that made six steps. Bumping each parameter through all four nodes takes eight, and the gap grows with the network.</source>
        <translation>Et x le reçoit fois w. Pour les quatre nœuds et les deux paramètres, cela a fait six pas. Perturber chaque paramètre à travers les quatre nœuds en demande huit, et l’écart croît avec le réseau.</translation>
    </message>
    <message>
        <source>A logistic unit</source>
        <translation>Une unité logistique</translation>
    </message>
    <message>
        <source>Yes or no: a unit that answers with a probability, and the cost that makes its derivative simple.</source>
        <translation>Oui ou non : une unité qui répond par une probabilité, et le coût qui rend sa dérivée simple.</translation>
    </message>
    <message>
        <source>The unit should say y for this input, 0 or 1. It answers with a number between 0 and 1: how sure it is.</source>
        <translation>L’unité devrait dire y pour cette entrée, 0 ou 1. Elle répond par un nombre entre 0 et 1 : à quel point elle est sûre.</translation>
    </message>
    <message>
        <source>First the weight is multiplied by the input.</source>
        <translation>D’abord le poids est multiplié par l’entrée.</translation>
    </message>
    <message>
        <source>The bias is added: this is the logit, any number.</source>
        <translation>Le biais s’ajoute : c’est le logit, un nombre quelconque.</translation>
    </message>
    <message>
        <source>σ squeezes it between 0 and 1. This is the probability the unit gives to a yes.</source>
        <translation>σ le resserre entre 0 et 1. C’est la probabilité que l’unité donne au oui.</translation>
    </message>
    <message>
        <source>The cost of an answer is its surprise: small where the unit was sure and right, without a bound where it was sure and wrong.</source>
        <translation>Le coût d’une réponse est sa surprise : petit là où l’unité était sûre et avait raison, sans borne là où elle était sûre et avait tort.</translation>
    </message>
    <message>
        <source>Now back, from the cost itself.</source>
        <translation>On revient maintenant, à partir du coût même.</translation>
    </message>
    <message>
        <source>For y = 1 the cost is −log a, and its slope −1/a.</source>
        <translation>Pour y = 1 le coût est −log a, et sa pente −1/a.</translation>
    </message>
    <message>
        <source>The target has a derivative too; nobody changes it.</source>
        <translation>La cible a aussi une dérivée ; personne ne la change.</translation>
    </message>
    <message>
        <source>σ has the slope a (1 − a). The two factors cancel: what is left is a − y, the answer less the target. That is why this cost and this activation belong together.</source>
        <translation>σ a pour pente a (1 − a). Les deux facteurs se simplifient : il reste a − y, la réponse moins la cible. C’est pourquoi ce coût et cette activation vont ensemble.</translation>
    </message>
    <message>
        <source>From here on it is the linear unit again.</source>
        <translation>À partir d’ici, c’est de nouveau l’unité linéaire.</translation>
    </message>
    <message>
        <source>The bias takes a − y as it is.</source>
        <translation>Le biais prend a − y tel quel.</translation>
    </message>
    <message>
        <source>The weight takes a − y times the input.</source>
        <translation>Le poids prend a − y fois l’entrée.</translation>
    </message>
    <message>
        <source>Where the unit is already right, a − y is nearly 0, and it stops learning by itself.</source>
        <translation>Là où l’unité a déjà raison, a − y est presque 0, et elle cesse d’elle-même d’apprendre.</translation>
    </message>
    <message>
        <source>A network of two layers</source>
        <translation>Un réseau de deux couches</translation>
    </message>
    <message>
        <source>The same unit twice, one after the other, with an activation between: nothing new is needed to go back.</source>
        <translation>La même unité deux fois de suite, avec une activation entre les deux : rien de nouveau n’est nécessaire pour revenir.</translation>
    </message>
    <message>
        <source>Two units in a row. The first one's answer is the second one's input; g lets positive numbers through and stops the others.</source>
        <translation>Deux unités à la suite. La réponse de la première est l’entrée de la seconde ; g laisse passer les nombres positifs et arrête les autres.</translation>
    </message>
    <message>
        <source>The first layer begins with weight times input.</source>
        <translation>La première couche commence par poids fois entrée.</translation>
    </message>
    <message>
        <source>The bias of the first layer is added.</source>
        <translation>Le biais de la première couche s’ajoute.</translation>
    </message>
    <message>
        <source>The activation lets through what is positive.</source>
        <translation>L’activation laisse passer ce qui est positif.</translation>
    </message>
    <message>
        <source>Second layer, the same three steps, with the first one's answer in the place of x.</source>
        <translation>Deuxième couche, les trois mêmes étapes, avec la réponse de la première à la place de x.</translation>
    </message>
    <message>
        <source>The bias of the second layer is added.</source>
        <translation>Le biais de la deuxième couche s’ajoute.</translation>
    </message>
    <message>
        <source>This is what the network answers.</source>
        <translation>C’est ce que répond le réseau.</translation>
    </message>
    <message>
        <source>The answer should have been y: the cost says what the miss costs.</source>
        <translation>La réponse aurait dû être y : le coût dit ce que coûte l’erreur.</translation>
    </message>
    <message>
        <source>Back again from the right, beginning with 1.</source>
        <translation>On revient par la droite, en commençant par 1.</translation>
    </message>
    <message>
        <source>The slope of the cost is how far the answer lies above the target.</source>
        <translation>La pente du coût est de combien la réponse dépasse la cible.</translation>
    </message>
    <message>
        <source>The target gets the same with a minus.</source>
        <translation>La cible reçoit la même chose avec un moins.</translation>
    </message>
    <message>
        <source>Where z is positive the activation has slope 1 and passes the derivative on. Where it is negative the slope is 0, and nothing before it learns.</source>
        <translation>Là où z est positif, l’activation a pour pente 1 et transmet la dérivée. Là où il est négatif, la pente est 0, et rien de ce qui précède n’apprend.</translation>
    </message>
    <message>
        <source>The sum passes on what arrives, to both its inputs: first to the product.</source>
        <translation>La somme transmet ce qui arrive à ses deux entrées : d’abord au produit.</translation>
    </message>
    <message>
        <source>The bias gets the same from the sum: the second bias is done.</source>
        <translation>Le biais reçoit la même chose de la somme : le second biais est fait.</translation>
    </message>
    <message>
        <source>A product hands on what arrives, times the other factor. Here the derivative leaves the second layer, times its weight.</source>
        <translation>Un produit transmet ce qui arrive, fois l’autre facteur. Ici la dérivée quitte la deuxième couche, multipliée par le poids de celle-ci.</translation>
    </message>
    <message>
        <source>The weight gets what arrives times what the first layer sent: the second weight is done.</source>
        <translation>Le poids reçoit ce qui arrive fois ce qu’a envoyé la première couche : le second poids est fait.</translation>
    </message>
    <message>
        <source>The first layer knows nothing of what lies behind it. All it needs is the number that arrives.</source>
        <translation>La première couche ne sait rien de ce qui la suit. Il lui suffit du nombre qui arrive.</translation>
    </message>
    <message>
        <source>The sum passes on what arrives, again to both.</source>
        <translation>La somme transmet ce qui arrive, de nouveau aux deux.</translation>
    </message>
    <message>
        <source>The bias takes what arrives as it is.</source>
        <translation>Le biais prend ce qui arrive tel quel.</translation>
    </message>
    <message>
        <source>The weight takes what arrives times x. However deep the network, this is all that ever happens.</source>
        <translation>Le poids prend ce qui arrive fois x. Si profond que soit le réseau, il ne se passe jamais rien de plus.</translation>
    </message>
    <message>
        <source>Even the input has one: what would have to change in the picture to change the answer.</source>
        <translation>Même l’entrée en a une : ce qui devrait changer dans l’image pour changer la réponse.</translation>
    </message>
    <message>
        <source>Learning XOR</source>
        <translation>Apprendre XOR</translation>
    </message>
    <message>
        <source>Two hidden units learn what one unit cannot: step through one example, then train on all four.</source>
        <translation>Deux unités cachées apprennent ce qu’une seule ne peut : parcourir un exemple pas à pas, puis entraîner sur les quatre.</translation>
    </message>
    <message>
        <source>XOR is 1 where exactly one of its inputs is 1. No straight line parts these cases, so one unit alone cannot learn it. Two hidden units can.</source>
        <translation>XOR vaut 1 là où exactement une de ses entrées vaut 1. Aucune droite ne sépare ces cas, une unité seule ne peut donc l’apprendre. Deux unités cachées le peuvent.</translation>
    </message>
    <message>
        <source>The first hidden unit draws one line.</source>
        <translation>La première unité cachée trace une droite.</translation>
    </message>
    <message>
        <source>The second hidden unit draws another.</source>
        <translation>La seconde unité cachée en trace une autre.</translation>
    </message>
    <message>
        <source>tanh says on which side of its line the point lies.</source>
        <translation>tanh dit de quel côté de sa droite se trouve le point.</translation>
    </message>
    <message>
        <source>tanh says so softly, without a jump, so that it has a slope.</source>
        <translation>tanh le dit en douceur, sans saut, et a ainsi une pente.</translation>
    </message>
    <message>
        <source>The last unit weighs the two answers.</source>
        <translation>La dernière unité pondère les deux réponses.</translation>
    </message>
    <message>
        <source>σ makes of the sum how sure the network is of a 1.</source>
        <translation>σ tire de la somme à quel point le réseau est sûr d’un 1.</translation>
    </message>
    <message>
        <source>J is the cost of being wrong about this one example. Training takes the mean over all four.</source>
        <translation>J est le coût de l’erreur sur ce seul exemple. L’entraînement prend la moyenne sur les quatre.</translation>
    </message>
    <message>
        <source>First comes the slope of the surprise.</source>
        <translation>D’abord vient la pente de la surprise.</translation>
    </message>
    <message>
        <source>Times the slope of σ, what arrives is the answer less the target.</source>
        <translation>Fois la pente de σ, ce qui arrive devient la réponse moins la cible.</translation>
    </message>
    <message>
        <source>The target stays what it is.</source>
        <translation>La cible reste ce qu’elle est.</translation>
    </message>
    <message>
        <source>Each hidden unit is told what it did to the answer, by its weight v.</source>
        <translation>Chaque unité cachée apprend par son poids v ce qu’elle a fait à la réponse.</translation>
    </message>
    <message>
        <source>One backward pass reaches both hidden units.</source>
        <translation>Un seul passage en arrière atteint les deux unités cachées.</translation>
    </message>
    <message>
        <source>tanh lets most of it through where its unit is undecided, little where it is sure.</source>
        <translation>tanh en laisse passer l’essentiel là où son unité hésite, et peu là où elle est sûre.</translation>
    </message>
    <message>
        <source>Every weight of the first layer gets what arrives at its unit times its input. Where the input is 0, nothing can be learned from this example.</source>
        <translation>Chaque poids de la première couche reçoit ce qui arrive à son unité fois son entrée. Là où l’entrée est 0, rien ne peut s’apprendre de cet exemple.</translation>
    </message>
    <message>
        <source>Both hidden units read x₁: its derivative is the sum of the two ways. Now open Train and watch all of this happen three hundred times.</source>
        <translation>Les deux unités cachées lisent x₁ : sa dérivée est la somme des deux chemins. Ouvrir maintenant Entraîner et regarder tout cela se produire trois cents fois.</translation>
    </message>
    <message>
        <source>One input, three uses: derivatives add up</source>
        <translation>Trois usages : les dérivées s’ajoutent</translation>
    </message>
    <message>
        <source>A logistic neuron</source>
        <translation>Un neurone logistique</translation>
    </message>
    <message>
        <source>Two inputs, two hidden units</source>
        <translation>Deux entrées, deux unités cachées</translation>
    </message>
    <message>
        <source>A two-layer network</source>
        <translation>Un réseau à deux couches</translation>
    </message>
    <message>
        <source>x · x: one source, two ports</source>
        <translation>x · x : une source, deux entrées</translation>
    </message>
</context>
</TS>
